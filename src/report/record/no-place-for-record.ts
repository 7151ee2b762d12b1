import type { Root } from 'mdast';
import { nodesIn } from '../../markdown/nodes-in.ts';
import type { MarkdownDocument } from '../../markdown/processor.ts';
import { recordOpening } from './record.ts';
import { unclosedIn } from './unclosed.ts';

/**
 * Why a later run could not find a record below a text, to follow the text's name: the text ends inside
 * an element, or has the beginning of a record itself; null when it could.
 */
export function noPlaceForRecord(document: MarkdownDocument): string | null {
  if (hasOpening(document.root)) return 'has the beginning of a record';
  const unclosed = unclosedIn(document);
  return unclosed && `begins a ${unclosed.what} in line ${unclosed.line} and never closes it`;
}

function hasOpening(root: Root): boolean {
  let found = false;
  for (const node of nodesIn(root)) {
    found ||= node.type === 'html' && node.value.search(recordOpening) >= 0;
  }
  return found;
}
