import type { Link, Node } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ItemId } from '../snapshot/reference.ts';

export interface Citation extends ItemId {
  kind: 'pull' | 'issue';
}

/** The item that a URL of the server leads to, or null. Anchors and sub-pages are of the item too. */
export function citationOf(url: string, server: string): Citation | null {
  if (!url.toLowerCase().startsWith(`${server.toLowerCase()}/`)) return null;
  const match = /^([\w.-]+\/[\w.-]+)\/(pull|issues)\/([1-9]\d*)(?![\w.-])/.exec(
    url.slice(server.length + 1),
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
