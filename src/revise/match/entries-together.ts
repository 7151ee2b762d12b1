import type { DraftEntry } from '../../report/draft/draft.ts';

/** How many entries an item has below one heading of the draft, as in a list and in a list of thanks. */
interface Together {
  entries: number;
  /** Those that read the same. */
  alike: number;
}

/** The most entries of any of some items; of any item at all where the draft has none of them. */
export type TogetherOf = (items: readonly string[]) => Together;

export function entriesTogether(fresh: readonly DraftEntry[]): TogetherOf {
  const counts = new Map<string, number>();
  const count = (key: string) => {
    const now = (counts.get(key) ?? 0) + 1;
    counts.set(key, now);
    return now;
  };
  const byItem = new Map<string, Together>();
  for (const { items, section, bullet } of fresh) {
    for (const item of items) {
      const entries = count(`${item} ${section}`);
      const alike = count(`${item} ${bullet.hash} ${section}`);
      byItem.set(item, most([{ entries, alike }, byItem.get(item) ?? { entries, alike }]));
    }
  }
  const ofAny = [...byItem.values()].reduce((one, other) => most([one, other]), most([]));
  return (items) => {
    const known = items.flatMap((item) => byItem.get(item) ?? []);
    return known.length > 0 ? most(known) : ofAny;
  };
}

function most(all: readonly Together[]): Together {
  return {
    entries: Math.max(1, ...all.map(({ entries }) => entries)),
    alike: Math.max(1, ...all.map(({ alike }) => alike)),
  };
}
