import { commitHashSource } from './commit-hash.ts';
import { commitKey, itemKey } from './item-id.ts';
import { itemNumberSource } from './item-number.ts';
import { repositoryNameSource } from './repository-name.ts';

/** An item that a text leads its reader to. */
export interface CitedItem {
  /** `owner/name#number`, lower case; `owner/name@hash` for a commit, with the hash as it is written */
  item: string;
  /** False when it is cited as an issue, or in a form that fits both. */
  pull: boolean;
}

/** Finds the items of a server whose addresses a text contains, with or without `https://`. */
export function itemUrlFinder(server: string): (text: string) => CitedItem[] {
  const host = server.replace(/^https?:\/\//i, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // After a scheme that a comment splits from it, `//host` starts no address.
  const address = new RegExp(
    `(?:https?://|(?<![\\w/.-]))(?:www\\.)?${host}/(${repositoryNameSource})/(?:(pull|issues)/(${itemNumberSource})(?![\\w-])|commit/(${commitHashSource}))`,
    'gi',
  );
  return (text) =>
    [...text.matchAll(address)].map(([, repository = '', path, number, hash]) => ({
      item:
        hash === undefined
          ? itemKey({ repository, number: Number(number) })
          : commitKey({ repository, hash: hash.toLowerCase() }),
      pull: path?.toLowerCase() === 'pull',
    }));
}

const NAME = new RegExp(
  `(?<![\\w/&#.@-])(?:(${repositoryNameSource})?#|GH-)(${itemNumberSource})(?!\\w)`,
  'gi',
);

/** An item that a text names without a link: from its offset to the end of the number. */
export interface NamedItem {
  /** Undefined for `#12` and `GH-12`. */
  repository: string | undefined;
  number: number;
  start: number;
  end: number;
}

/** The items that a text names: `#12` and `GH-12`, `owner/name#12`; in order. */
export function namedItemsIn(text: string): NamedItem[] {
  return [...text.matchAll(NAME)].map(({ 0: { length }, 1: repository, 2: number, index }) => ({
    repository,
    number: Number(number),
    start: index,
    end: index + length,
  }));
}

/** Their keys, with `#12` and `GH-12` as items of the home repository. */
export function namesIn(text: string, home: string): CitedItem[] {
  return namedItemsIn(text).map(({ repository = home, number }) => ({
    item: itemKey({ repository, number }),
    pull: false,
  }));
}
