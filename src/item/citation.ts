import type { Link, Node } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ItemId } from './item-id.ts';

export interface Citation extends ItemId {
  kind: 'pull' | 'issue';
}

/**
 * What stands behind the server in a URL; null when it leads elsewhere. GitHub sends readers on from
 * `http://` and `www.`.
 */
export function pathOn(server: string, url: string): string | null {
  const host = (address: string) => address.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '//');
  const there = `${host(server)}/`;
  const here = host(url);
  if (!here.startsWith(there)) return null;
  return url.slice(url.length - here.length + there.length);
}

/** The item that a URL of the server leads to, or null. Anchors and sub-pages are of the item too. */
export function citationOf(url: string, server: string): Citation | null {
  const match = /^([\w.-]+\/[\w.-]+)\/(pull|issues)\/([1-9]\d*)(?![\w.-])/.exec(
    pathOn(server, url) ?? '',
  );
  const [, repository, path, number] = match ?? [];
  if (repository === undefined || number === undefined) return null;
  return { repository, number: Number(number), kind: path === 'pull' ? 'pull' : 'issue' };
}

/** The items that the links inside a node lead to, in order. */
export function citations(node: Node, server: string): Citation[] {
  const found: Citation[] = [];
  visit(node, 'link', (link: Link) => {
    const citation = citationOf(link.url, server);
    if (citation) found.push(citation);
  });
  return found;
}
