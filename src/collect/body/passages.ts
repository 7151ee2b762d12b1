/** A stretch of Markdown: prose, inline code (with its backticks), or what a fence encloses. */
export interface Passage {
  kind: 'prose' | 'code' | 'fence';
  text: string;
  /** What stands behind the opening fence, like `release-note`; empty elsewhere. */
  info: string;
}

const LINE_START = /[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/.source;
const FENCE = /(?<ticks>`{3,})(?<tickInfo>[^`\n]*)$|(?<tildes>~{3,})(?<tildeInfo>[^\n]*)$/.source;
const TOKEN = new RegExp(
  `^${LINE_START}(?:${FENCE}|(?<quote>>[^\\n]*)|(?<block><!--))|<!--|\`+|\\\\[^\\n]`,
  'gm',
);
const CLOSING_FENCE = /^[ \t]*(?<fence>`{3,}|~{3,})[ \t]*$/gm;

/**
 * What a reader of the Markdown sees, in order: HTML comments and quoted lines are left out. A
 * scanner instead of a parser: thousands of bodies are read, hostile ones too, and it never looks
 * at a character more than a few times. Indented code is read as prose, for in a list it is prose.
 */
export function passages(markdown: string): Passage[] {
  const text = markdown.replace(/\r\n?/g, '\n');
  const codeEnds = inlineCodeEnds(text);
  const found: Passage[] = [];
  let from = 0;
  let commentsClose = true;

  const add = (kind: Passage['kind'], content: string, info = ''): void => {
    if (content !== '') found.push({ kind, text: content, info });
  };
  const skipTo = (start: number, end: number): void => {
    add('prose', text.slice(from, start));
    from = end;
    TOKEN.lastIndex = end;
  };

  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const end = TOKEN.lastIndex;
    const { ticks, tickInfo, tildes, tildeInfo, quote, block } = token.groups ?? {};
    const fence = ticks ?? tildes;
    if (fence !== undefined) {
      const closing = closingFence(text, end, fence);
      skipTo(token.index, closing.end);
      found.push({
        kind: 'fence',
        text: text.slice(end, closing.start).trim(),
        info: (tickInfo ?? tildeInfo ?? '').trim(),
      });
    } else if (quote !== undefined) {
      skipTo(token.index, end);
    } else if (token[0].endsWith('<!--')) {
      const close: number = commentsClose ? text.indexOf('-->', end - 2) : -1;
      commentsClose = close !== -1;
      // At the start of a line even an unclosed comment hides what follows; inside one it is text.
      if (commentsClose) skipTo(end - 4, close + 3);
      else if (block !== undefined) skipTo(end - 4, text.length);
      else continue;
      add('prose', ' ');
    } else if (token[0].startsWith('`')) {
      const codeEnd = codeEnds.get(token.index);
      if (codeEnd !== undefined) {
        skipTo(token.index, codeEnd);
        add('code', text.slice(token.index, codeEnd));
      }
    }
  }
  add('prose', text.slice(from));
  return found;
}

/** An unclosed fence runs to the end. */
function closingFence(text: string, from: number, fence: string): { start: number; end: number } {
  CLOSING_FENCE.lastIndex = from;
  for (let line = CLOSING_FENCE.exec(text); line; line = CLOSING_FENCE.exec(text)) {
    if (line.groups?.['fence']?.startsWith(fence)) {
      return { start: line.index, end: CLOSING_FENCE.lastIndex };
    }
  }
  return { start: text.length, end: text.length };
}

/** Where the code that a run of backticks opens ends: behind the next run as long in the paragraph. */
function inlineCodeEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const latest = new Map<number, number>();
  for (const { 0: token, index } of text.matchAll(/`+|\n(?=[ \t]*\n)/g)) {
    if (token === '\n') {
      latest.clear();
      continue;
    }
    const opening = latest.get(token.length);
    if (opening !== undefined) ends.set(opening, index + token.length);
    latest.set(token.length, index);
  }
  return ends;
}
