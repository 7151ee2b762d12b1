import { commitUrl, isCommitKey, itemOfKey, itemUrl, partsOfKey } from '../../item/item-id.ts';

/** A link to an item, as a template shows it. */
export interface ItemView {
  url: string;
  label: string;
}

/** Characters of the hash of a commit. */
const SHORT_HASH = 7;

/**
 * Links to items, in order.
 *
 * @param home the repository that labels leave out
 */
export function itemViews(
  keys: Iterable<string>,
  server: string,
  home: string | undefined,
  spelling: ReadonlyMap<string, string>,
): ItemView[] {
  return [...keys].map((key) => {
    const [lower, name] = partsOfKey(key);
    const repository = spelling.get(lower) ?? lower;
    const before = lower === home?.toLowerCase() ? '' : repository;
    return isCommitKey(key)
      ? {
          url: commitUrl(server, { repository, hash: name }),
          label: `${before === '' ? '' : `${before}@`}${name.slice(0, SHORT_HASH)}`,
        }
      : {
          url: itemUrl(server, { ...itemOfKey(key), repository }, 'issue'),
          label: `${before}#${name}`,
        };
  });
}
