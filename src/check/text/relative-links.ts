import { posix } from 'node:path';
import { visit } from 'unist-util-visit';
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

/** The links, images and definitions of a report whose addresses are relative. */
export function relativeLinks({ text, root }: CheckableReport): RelativeLink[] {
  const found: RelativeLink[] = [];
  visit(root, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    // A scheme, or the `//` of an address of the same scheme.
    if (node.url === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(node.url)) return;
    const span = addressOf(text, node);
    const [, path = '', fragment = null] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(node.url) ?? [];
    if (!span) return;
    found.push({
      ...span,
      path: decode(path),
      fragment: fragment === null ? null : decode(fragment),
    });
  });
  return found;
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
