/** Something that GitHub numbers: an issue or a pull request of a repository. */
export interface ItemId {
  repository: string;
  number: number;
}

/** `owner/name#number`; GitHub ignores the case of names, so the key does too. */
export function itemKey({ repository, number }: ItemId): string {
  return `${repository.toLowerCase()}#${String(number)}`;
}

/** `owner/name@hash`: the key of a commit without a pull request, which is an entry of its own. */
export function commitKey({ repository, hash }: { repository: string; hash: string }): string {
  return `${repository.toLowerCase()}@${hash}`;
}

/** Whether a key is that of a commit; any other is that of an issue or pull request. */
export function isCommitKey(key: string): boolean {
  return key.includes('@');
}

/** Its repository, in lower case, and its number or hash. */
export function partsOfKey(key: string): [repository: string, name: string] {
  const [repository = '', name = ''] = key.split(/[#@]/);
  return [repository, name];
}

/** The issue or pull request of a key; its repository in lower case. */
export function itemOfKey(key: string): ItemId {
  const [repository, number] = partsOfKey(key);
  return { repository, number: Number(number) };
}

/** Whether a key means an item: hashes in addresses may be abbreviated. */
export function meansItem(key: string, item: string): boolean {
  return key === item || (isCommitKey(key) && item.startsWith(key));
}

/** The URL of an item. Rebuilt, never taken from a server's answer. */
export function itemUrl(
  server: string,
  { repository, number }: ItemId,
  kind: 'pull' | 'issue',
): string {
  return `${server}/${repository}/${kind === 'pull' ? 'pull' : 'issues'}/${String(number)}`;
}

/** The URL of a commit, by its hash in full. */
export function commitUrl(
  server: string,
  { repository, hash }: { repository: string; hash: string },
): string {
  return `${server}/${repository}/commit/${hash}`;
}
