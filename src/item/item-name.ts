import { UsageError } from '../errors.ts';
import { itemNumberSource } from './item-number.ts';
import { repositoryNameSource } from './repository-name.ts';

/** `repository` is null for a bare `#12`. */
export interface ItemName {
  repository: string | null;
  number: number;
}

const NAMED = new RegExp(`^(${repositoryNameSource})?#(${itemNumberSource})$`);
const URL_NAMED = new RegExp(
  `^https?://[^/\\s]+/(${repositoryNameSource})/(?:pull|issues)/(${itemNumberSource})(?:[/?#].*)?$`,
);

/**
 * `owner/name#12`, `#12`, or the URL of an issue or pull request.
 *
 * @throws {UsageError} `item-invalid`
 */
export function readItemName(name: string): ItemName {
  const match = NAMED.exec(name) ?? URL_NAMED.exec(name) ?? /^()([1-9]\d{0,9})$/.exec(name);
  if (!match) {
    throw new UsageError('item-invalid', `"${name}" is not an issue or pull request.`, {
      hint: 'Use linuxkit/linuxkit#1764, #1764, or its URL.',
    });
  }
  return {
    repository: match[1] === undefined || match[1] === '' ? null : match[1],
    number: Number(match[2]),
  };
}
