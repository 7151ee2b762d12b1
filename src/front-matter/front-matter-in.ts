import type { Span } from '../markdown/span.ts';

/** Data between two lines of hyphens (YAML) or of plus signs (TOML) at the start of a text. */
export interface FrontMatterText {
  format: 'yaml' | 'toml';
  /** With both lines, without what follows the second. */
  text: string;
  /** The lines between them. */
  content: string;
  /** The offset of the content. */
  start: number;
}

// A first key, maybe below comments: a rule with text below it is no front matter. In what a template
// writes, a key can be the mark of a foreign text.
const KEY =
  /(?:[\p{L}\p{M}\p{N}_.\-\uE000-\uE003]+|"(?:\\.|[^"\\\r\n])*"|'(?:''|[^'\r\n])*')[ \t]*:/u.source;
const YAML = new RegExp(
  `^(---[ \\t]*\\r?\\n)((?=---|(?:#[^\\r\\n]*\\r?\\n)*[ \\t]*${KEY})(?:[^]*?\\r?\\n)??)---[ \\t]*(?=\\r?\\n|$)`,
  'u',
);
const TOML = /^(\+\+\+[ \t]*\r?\n)((?:[^]*?\r?\n)??)\+\+\+[ \t]*(?=\r?\n|$)/;

/** The front matter of a text without a byte order mark; null without any. */
export function frontMatterIn(text: string): FrontMatterText | null {
  const format = text.startsWith('+') ? 'toml' : 'yaml';
  const found = (format === 'toml' ? TOML : YAML).exec(text);
  if (!found) return null;
  const [all, opening = '', content = ''] = found;
  return { format, text: all, content, start: opening.length };
}

/** The line of the front matter with the title of the document, in its content; null without one. */
export function titleLineIn({ content }: Pick<FrontMatterText, 'content'>): Span | null {
  const found = /^(?:title|"title"|'title')[ \t]*[:=][^\r\n]*/m.exec(content);
  return found && { start: found.index, end: found.index + found[0].trimEnd().length };
}

/** A text, maybe with a byte order mark, from the end of its front matter on. */
export function withoutFrontMatter(text: string): string {
  const unmarked = text.replace(/^\uFEFF/, '');
  return unmarked.slice(frontMatterIn(unmarked)?.text.length ?? 0);
}
