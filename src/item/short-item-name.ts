import { isCommitKey, partsOfKey } from './item-id.ts';

/**
 * `#12`, or the short hash of a commit; with the repository's name before it, unless that is its home.
 *
 * @param item its key
 * @param home lower case
 */
export function shortItemName(item: string, home: string | undefined): string {
  const [repository, name] = partsOfKey(item);
  const own = isCommitKey(item) ? `@${name.slice(0, 7)}` : `#${name}`;
  return repository === home ? own.replace('@', '') : `${repository}${own}`;
}
