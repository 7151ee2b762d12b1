/** GitHub's own limit for titles, in characters; only a commit's subject can be longer. */
const LONGEST = 256;

// Control characters, and the format characters: bidi controls, zero-width spaces, tags. Kept are the
// joiners U+200C and U+200D, which Persian words and emoji need.
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}]/gu;

/** Text of several lines without what it could do to a terminal. */
export function visibleText(text: string): string {
  return text.replace(/(?![\n\u200C\u200D])[\p{Cc}\p{Cf}]/gu, '');
}

/**
 * Foreign text as one line of visible characters: what it says, without what it could do to a
 * terminal, an editor or the direction of a line. Cut, with an ellipsis, at 256 characters.
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
