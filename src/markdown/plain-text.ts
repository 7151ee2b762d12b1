/** GitHub's own limit for titles, in characters; only commit subjects are longer. */
const LONGEST_TITLE = 256;

/** Of a paragraph. */
const LONGEST_PARAGRAPH = 2_000;

// Control and format characters: bidi controls, zero-width spaces, tags. Persian words and emoji need
// the joiners U+200C and U+200D.
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

// The flag of a part of a country is a black flag and tags that spell its code.
const flag = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F}/u.source;
const invisibleInText = new RegExp(
  `${flag}|(?!\\r\\n|[\\n\\t\\u200C\\u200D])[\\p{Cc}\\p{Cf}\\u2028\\u2029]`,
  'gu',
);

/**
 * Text of several lines, without the characters that could control a terminal, hide in it or turn the
 * direction of a line.
 */
export function visibleText(text: string): string {
  return escapeInvisible(text, () => '');
}

/** The same as one line, whatever line endings are in the text. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' '));
}

/** Text of several lines in which something else is written for each of those characters. */
export function escapeInvisible(text: string, escape: (codePoint: number) => string): string {
  return text.replace(invisibleInText, (found) => {
    const isFlag = found.length > 2;
    return isFlag ? found : escape(found.codePointAt(0) ?? 0);
  });
}

/**
 * Foreign text as one line, without the invisible characters that could control a terminal, trick an
 * editor or turn the direction of a line.
 */
export function plainLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The same, cut with an ellipsis at the length of a title: behind a word, unless it is very long. */
export function plainText(text: string): string {
  return cut(plainLine(text), LONGEST_TITLE);
}

/** The same, cut at the length of a paragraph, for what somebody wrote into a body. */
export function plainParagraph(text: string): string {
  return cut(plainLine(text), LONGEST_PARAGRAPH);
}

function cut(line: string, longest: number): string {
  const characters = line.length > longest ? [...line] : [];
  if (characters.length <= longest) return line;
  const beginning = characters.slice(0, longest - 1).join('');
  return `${beginning.replace(/ \S{0,30}$/, '')}…`;
}
