import { type Draft, type DraftEntry, entriesIn } from '../../report/draft/draft.ts';

/** Finds the separate entry of one item that says the same as a joint entry, if there is one. */
export type SingleOf = (item: string, joint: DraftEntry) => DraftEntry | undefined;

/**
 * Where a section has several entries of an item, as in a list and in a list of thanks, the first
 * separate one corresponds to the first joint one, and so on.
 *
 * @param separate the draft with an entry for each item
 * @param fresh the entries of the draft with joint ones
 */
export function singleEntries({ sections }: Draft, fresh: readonly DraftEntry[]): SingleOf {
  const singles = new Map<string, DraftEntry[]>();
  for (const entry of sections.flatMap(entriesIn)) {
    const [item = '', other] = entry.items;
    if (other === undefined) singles.set(item, [...(singles.get(item) ?? []), entry]);
  }
  const positions = positionsOf(fresh);
  return (item, joint) => {
    const all = singles.get(item) ?? [];
    const inSection = all.filter(({ section }) => section === joint.section);
    const found = inSection.length > 0 ? inSection : all;
    return found[positions.get(joint) ?? 0] ?? found.at(-1);
  };
}

/** For each entry, how many entries of its section and subject are above it. */
function positionsOf(entries: readonly DraftEntry[]): Map<DraftEntry, number> {
  const counts = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const key = `${entry.items[0] ?? ''} ${entry.section}`;
      const above = counts.get(key) ?? 0;
      counts.set(key, above + 1);
      return [entry, above];
    }),
  );
}
