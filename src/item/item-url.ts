import type { ItemId } from './item-id.ts';
import { itemNumberSource } from './item-number.ts';
import { repositoryNameSource } from './repository-name.ts';

/** An item and its kind as its URL has it. */
export interface ItemAddress extends ItemId {
  kind: 'pull' | 'issue';
}

/**
 * The path of a URL on the server, without the leading slash; null for another server. `http://` and
 * `www.` make no difference: GitHub redirects them.
 */
export function pathOn(server: string, url: string): string | null {
  const host = (address: string) => address.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '//');
  const prefix = `${host(server)}/`;
  const withoutScheme = host(url);
  if (!withoutScheme.startsWith(prefix)) return null;
  return url.slice(url.length - withoutScheme.length + prefix.length);
}

const ITEM = new RegExp(
  `^(${repositoryNameSource})/(pull|issues)/(${itemNumberSource})(?![\\w.-])`,
);

/** The item that a URL leads to, with its anchors and sub-pages; null when it leads to none on the server. */
export function itemAt(url: string, server: string): ItemAddress | null {
  const match = ITEM.exec(pathOn(server, url) ?? '');
  const [, repository, path, number] = match ?? [];
  if (repository === undefined || number === undefined) return null;
  return { repository, number: Number(number), kind: path === 'pull' ? 'pull' : 'issue' };
}

/** The item that a URL is meant to lead to, and whether it does. */
export interface IntendedItem extends ItemAddress {
  /** The URL's path on the server. */
  path: string;
  /** False for `pulls/12` and `issue/12`. */
  isExact: boolean;
}

const INTENDED = new RegExp(`^(${repositoryNameSource})/(pulls?|issues?)/(${itemNumberSource})$`);

/** The item of a URL that ends with its number, also of a misspelt one; null for any other. */
export function intendedItemAt(url: string, server: string): IntendedItem | null {
  const path = pathOn(server, url) ?? '';
  const match = INTENDED.exec(path);
  const [, repository, folder = '', number] = match ?? [];
  if (repository === undefined) return null;
  return {
    repository,
    number: Number(number),
    kind: folder.startsWith('pull') ? 'pull' : 'issue',
    path,
    isExact: folder === 'pull' || folder === 'issues',
  };
}
