import { itemNumberSource } from './item-number.ts';
import { repositoryNameSource } from './repository-name.ts';

/** Matches `owner/name#12`, and nothing around it. */
export const qualifiedItemPattern = new RegExp(`^${repositoryNameSource}#${itemNumberSource}$`);
