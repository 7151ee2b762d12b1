import type { DraftPassage } from '../../report/draft/draft.ts';

/** A passage last generated, by its hash, and the one in its position now. */
interface Aligned {
  before: string | undefined;
  after: DraftPassage | undefined;
}

/** Pairs equal passages, in order, and between two such pairs the others, first with first. */
export function align(before: readonly string[], after: readonly DraftPassage[]): Aligned[] {
  const aligned: Aligned[] = [];
  /** The indexes of each hash, the first one last. */
  const indexes = new Map<string, number[]>();
  for (const [index, hash] of [...before.entries()].reverse()) {
    const same = indexes.get(hash) ?? [];
    same.push(index);
    indexes.set(hash, same);
  }
  let from = 0;
  let unpaired: DraftPassage[] = [];
  const pairUp = (to: number) => {
    const old = before.slice(from, to);
    for (let i = 0; i < Math.max(old.length, unpaired.length); i++)
      aligned.push({ before: old[i], after: unpaired[i] });
    unpaired = [];
  };
  for (const passage of after) {
    const same = indexes.get(passage.hash) ?? [];
    while ((same.at(-1) ?? from) < from) same.pop();
    const at = same.pop();
    if (at === undefined) {
      unpaired.push(passage);
      continue;
    }
    pairUp(at);
    aligned.push({ before: passage.hash, after: passage });
    from = at + 1;
  }
  pairUp(before.length);
  return aligned;
}
