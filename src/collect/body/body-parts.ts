/** A part of a Markdown text: prose, inline code (with its backticks), or the content of a fence. */
export interface BodyPart {
  kind: 'prose' | 'code' | 'fence';
  text: string;
  /** The info string of a fence, like `release-note`; empty for other parts. */
  info: string;
}

const LINE_START = /[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/.source;
const FENCE = /(?<ticks>`{3,})(?<tickInfo>[^`\n]*)$|(?<tildes>~{3,})(?!~)(?<tildeInfo>[^\n]*)$/
  .source;
const TOKEN = new RegExp(
  `^${LINE_START}(?:${FENCE}|(?<quote>>[^\\n]*)|(?<block><!--))|<!--|\`+|\\\\[^\\n]`,
  'gm',
);
const CLOSING_FENCE = /^[ \t]*(?<fence>`{3,}|~{3,})[ \t]*$/gm;

/**
 * The parts of a Markdown text that its author wrote to be read, in order: HTML comments and quoted
 * lines are left out. A scanner instead of a parser, because thousands of bodies are read, some of
 * them hostile, and it looks at each character only a few times. Indented code counts as prose,
 * which it is in a list.
 */
export function bodyParts(markdown: string): BodyPart[] {
  const text = markdown.replace(/\r\n?/g, '\n');
  const codeEnds = inlineCodeEnds(text);
  const found: BodyPart[] = [];
  let from = 0;
  let commentsClose = true;

  const add = (kind: BodyPart['kind'], content: string, info = ''): void => {
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
      // An unclosed comment hides the rest of the text at the start of a line; elsewhere it is text.
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

/** What a Markdown text says itself; in the place of its code, a backtick. */
export function bodyProse(markdown: string): string {
  return bodyParts(markdown)
    .map(({ kind, text }) => (kind === 'prose' ? text : '`'))
    .join('');
}

/** Where the closing fence starts and ends. An unclosed fence ends with the text. */
function closingFence(text: string, from: number, fence: string): { start: number; end: number } {
  CLOSING_FENCE.lastIndex = from;
  for (let line = CLOSING_FENCE.exec(text); line; line = CLOSING_FENCE.exec(text)) {
    if (line.groups?.['fence']?.startsWith(fence)) {
      return { start: line.index, end: CLOSING_FENCE.lastIndex };
    }
  }
  return { start: text.length, end: text.length };
}

/** By where a run of backticks starts, where its code ends: after the next run as long in the paragraph. */
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
