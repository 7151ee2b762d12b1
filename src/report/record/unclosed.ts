import { type MarkdownDocument, parseMarkdown } from '../../markdown/processor.ts';

/** An element that a text opens and doesn't close. */
export interface Unclosed {
  what: 'code block' | 'comment' | 'HTML element';
  /** Its first line, from 1. */
  line: number;
  /** The offset of its start. */
  start: number;
}

const PROBE = '<!-- end -->';

/**
 * The element that a comment added below a text would become part of; null when there is none.
 *
 * @param document a text, and the tree of it or of what begins with it
 */
export function unclosedIn({ text, root }: MarkdownDocument): Unclosed | null {
  const last = root.children.findLast((node) => startOf(node).offset < text.length);
  if (last?.type !== 'html' && last?.type !== 'code') return null;
  const { line, column, offset } = startOf(last);
  const whole = text.slice(offset - column + 1);
  const end = parseMarkdown(`${whole}\n\n${PROBE}\n`).children.at(-1);
  if (end?.type === 'html' && end.value === PROBE) return null;
  const html = last.type === 'html' ? last.value : '';
  const what = html.startsWith('<!--') ? 'comment' : html === '' ? 'code block' : 'HTML element';
  return { what, line, start: offset };
}

function startOf({ position }: MarkdownDocument['root']['children'][number]) {
  const { line = 1, column = 1, offset = 0 } = position?.start ?? {};
  return { line, column, offset };
}
