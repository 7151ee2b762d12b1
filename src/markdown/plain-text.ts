/** GitHub's own limit for titles, in characters; only commit subjects are longer. */
const LONGEST = 256;

// Control and format characters: bidi controls, zero-width spaces, tags. Persian words and emoji need
// the joiners U+200C and U+200D.
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

/** Text of several lines, without the characters that could control a terminal. */
export function visibleText(text: string): string {
  return text.replace(/(?![\n\u200C\u200D])[\p{Cc}\p{Cf}]/gu, '');
}

/**
 * Foreign text as one line, without the invisible characters that could control a terminal, trick an
 * editor or turn the direction of a line. Cut, with an ellipsis, at 256 characters.
 */
export function plainText(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = line.length > LONGEST ? [...line] : [];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}
