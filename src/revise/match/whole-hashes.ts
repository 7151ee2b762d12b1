import { isCommitKey } from '../../item/item-id.ts';
import { compareTexts } from '../../period/instant.ts';
import type { Citation } from '../../report/links/citations.ts';

/** Citations in which the abbreviated hashes of commits are whole, where only one of the items can be meant. */
export function withWholeHashes(
  citations: readonly Citation[],
  items: readonly string[],
): Citation[] {
  const commits = [...new Set(items)].filter(isCommitKey).toSorted(compareTexts);
  return citations.map((citation) => {
    if (!isCommitKey(citation.item)) return citation;
    const at = firstFrom(commits, citation.item);
    const [item, other] = commits
      .slice(at, at + 2)
      .filter((commit) => commit.startsWith(citation.item));
    return item !== undefined && other === undefined ? { ...citation, item } : citation;
  });
}

/** The index of the first text that is not before another one: those that begin with it follow each other. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
