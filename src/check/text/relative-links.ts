import { posix } from 'node:path';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { frontMatterIn } from '../../front-matter/front-matter-in.ts';
import { addressOf } from '../../report/links/item-links.ts';
import type { CheckableReport } from './checkable-report.ts';
import type { Span } from '../../markdown/span.ts';

/** A link into the repository. */
export interface RelativeLink extends Span {
  /** As it is written, without query and fragment, decoded; empty for the report itself. */
  path: string;
  /** The text after the `#`, decoded; null without one. */
  fragment: string | null;
}

/** A scheme, the `//` of an address of the same scheme, a name that a site generator replaces, or its tag. */
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|\/\/|@|~)|\{[{%]/i;

/** The links, images and definitions of a report whose addresses are relative. */
export function relativeLinks({ text, root }: CheckableReport): RelativeLink[] {
  const found: RelativeLink[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue;
    if (node.url === '' || elsewhere.test(node.url)) continue;
    const span = addressOf(text, node);
    const [, path = '', fragment = null] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(node.url) ?? [];
    if (!span) continue;
    found.push({
      ...span,
      path: decode(path),
      fragment: fragment === null ? null : decode(fragment),
    });
  }
  return found;
}

/** Whether a report is a page of a site, by its front matter: others decide where its addresses lead. */
export function isSitePage({ text }: Pick<CheckableReport, 'text'>): boolean {
  return frontMatterIn(text) !== null;
}

/** Whether a path leads to what a site has, and not its repository: from its root, or to a page. */
export function isOfSite(path: string): boolean {
  return path.startsWith('/') || /^(?:|\.html?)$/i.test(posix.extname(path));
}

/** The path in the checkout of a link's path; null when it leads outside. */
export function resolvePath(report: string, path: string): string | null {
  const from = path.startsWith('/') ? '' : posix.dirname(report);
  const resolved = posix.join('/', from, path);
  const climbed = posix.join(from, path.replace(/^\/+/, '')).startsWith('..');
  return climbed ? null : resolved.replace(/^\/|\/$/g, '');
}

/** A malformed escape stays. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
