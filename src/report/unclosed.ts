import type { Root } from 'mdast';
import { parseMarkdown } from '../markdown/processor.ts';

/** What a text ends inside of, because nothing closes it. */
export interface Unclosed {
  what: 'code block' | 'comment' | 'HTML element';
  /** The line it begins in, from 1. */
  line: number;
  /** Where it begins in the text. */
  start: number;
}

const PROBE = '<!-- end -->';

/** Whether a comment below a text would be part of something else, and of what. */
export function unclosedIn(text: string): Unclosed | null {
  const { children }: Root = parseMarkdown(`${text}\n\n${PROBE}\n`);
  const last = children.at(-1);
  if (!last?.position || (last.type === 'html' && last.value === PROBE)) return null;
  const { line, offset: start = 0 } = last.position.start;
  const html = last.type === 'html' ? last.value : '';
  const what = html.startsWith('<!--') ? 'comment' : html === '' ? 'code block' : 'HTML element';
  return { what, line, start };
}
