import type { Root } from 'mdast';
import { parseReport } from '../../front-matter/front-matter-document.ts';

/** An element that a text opens and doesn't close. */
export interface Unclosed {
  what: 'code block' | 'comment' | 'HTML element';
  /** Its first line, from 1. */
  line: number;
  /** The offset of its start. */
  start: number;
}

const PROBE = '<!-- end -->';

/** The element that a comment added below a text would become part of; null when there is none. */
export function unclosedIn(text: string, file?: string): Unclosed | null {
  const { children }: Root = parseReport(`${text}\n\n${PROBE}\n`, file);
  const last = children.at(-1);
  if (!last?.position || (last.type === 'html' && last.value === PROBE)) return null;
  const { line, offset: start = 0 } = last.position.start;
  const html = last.type === 'html' ? last.value : '';
  const what = html.startsWith('<!--') ? 'comment' : html === '' ? 'code block' : 'HTML element';
  return { what, line, start };
}
