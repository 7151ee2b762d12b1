import { commitHashSource } from './commit-hash.ts';
import { itemNumberSource } from './item-number.ts';
import { repositoryNameSource } from './repository-name.ts';

/** Matches `owner/name#12`, and nothing around it. */
export const qualifiedItemPattern = new RegExp(`^${repositoryNameSource}#${itemNumberSource}$`);

/** Matches the key of an issue, a pull request or a commit: `owner/name#12`, `owner/name@1a2b3c4`. */
export const itemKeyPattern = new RegExp(
  `^${repositoryNameSource}(?:#${itemNumberSource}|@${commitHashSource})$`,
);
