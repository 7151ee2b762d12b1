import { isCommitKey, meansItem } from '../../item/item-id.ts';
import type { Citation } from '../../report/links/citations.ts';

/** Citations in which the abbreviated hashes of commits are whole, where only one of the items can be meant. */
export function withWholeHashes(
  citations: readonly Citation[],
  items: readonly string[],
): Citation[] {
  const commits = [...new Set(items)].filter(isCommitKey);
  return citations.map((citation) => {
    if (!isCommitKey(citation.item)) return citation;
    const [item, other] = commits.filter((commit) => meansItem(citation.item, commit));
    return item !== undefined && other === undefined ? { ...citation, item } : citation;
  });
}
