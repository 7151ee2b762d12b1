import { commitHashSource } from './commit-hash.ts';
import { repositoryNameSource } from './repository-name.ts';

/** A commit, whose hash may be abbreviated; `repository` is null for a bare hash. */
export interface CommitName {
  repository: string | null;
  /** In lower case. */
  hash: string;
}

const NAMED = new RegExp(`^(?:(${repositoryNameSource})?@)?(${commitHashSource})…?$`, 'i');
const URL_NAMED = new RegExp(
  `^https?://[^/\\s]+/(${repositoryNameSource})/commit/(${commitHashSource})(?:[/?#].*)?$`,
  'i',
);

/** `owner/name@hash`, `@hash`, the hash alone, or the URL of a commit; null for anything else. */
export function readCommitName(name: string): CommitName | null {
  const [, repository = null, hash] = NAMED.exec(name) ?? URL_NAMED.exec(name) ?? [];
  return hash === undefined ? null : { repository, hash: hash.toLowerCase() };
}
