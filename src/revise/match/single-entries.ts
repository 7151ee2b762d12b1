import { type Draft, type DraftEntry, entriesIn } from '../../report/draft/draft.ts';

/** Finds the entry of a draft that has just one item, by that item. */
export function singleEntries({ sections }: Draft): (item: string) => DraftEntry | undefined {
  const entries = new Map(
    sections
      .flatMap(entriesIn)
      .filter(({ items }) => items.length === 1)
      .map((entry) => [entry.items[0] ?? '', entry]),
  );
  return (item) => entries.get(item);
}
