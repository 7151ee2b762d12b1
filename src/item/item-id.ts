/** Something that GitHub numbers: an issue or a pull request of a repository. */
export interface ItemId {
  repository: string;
  number: number;
}

/** `owner/name#number`; GitHub ignores the case of names, so the key does too. */
export function itemKey({ repository, number }: ItemId): string {
  return `${repository.toLowerCase()}#${String(number)}`;
}

/** The item of a key; its repository in lower case. */
export function itemOfKey(key: string): ItemId {
  const [repository = '', number] = key.split('#');
  return { repository, number: Number(number) };
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
