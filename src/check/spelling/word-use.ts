/** The words of a text, in lower case. */
export interface WordUse {
  /** Those in code, addresses, HTML and logins, and with a capital inside a sentence. */
  names: ReadonlySet<string>;
  /** Those in plain text. */
  plain: ReadonlySet<string>;
}

/** Adds the words of a text that is no prose, and the parts of those written LikeThis. */
export function addNames(text: string, names: Set<string>): void {
  for (const [word] of text.matchAll(/[a-z]{3,}/gi)) {
    names.add(word.toLowerCase());
    if (/^[A-Z]?[a-z]+$/.test(word)) continue;
    for (const [part] of word.matchAll(/[A-Z]?[a-z]{2,}/g)) names.add(part.toLowerCase());
  }
}

/** The same for an address, without what repeats a text: its fragment, and the titles in its path. */
export function addNamesOfAddress(address: string, names: Set<string>): void {
  for (const part of address.replace(/#.*/, '').split('/'))
    if (part.split(/[-_]/).length <= LONGEST_NAME) addNames(part, names);
}

/** In words with hyphens between them. */
const LONGEST_NAME = 3;

/**
 * The words of Markdown, line by line and without parsing it: that is good enough for the reports
 * beside the one to check, and much faster.
 */
export function wordUseOf(markdown: string): WordUse {
  const names = new Set<string>();
  const plain = new Set<string>();
  let isCode = false;
  for (const line of markdown.split('\n')) {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isCode || isFence) addNames(line, names);
    else readLine(line, names, plain);
    isCode = isCode !== isFence;
  }
  return { names, plain };
}

const notProse = /\]\([^)\s]*|https?:\/\/[^\s)>]+|<[^<>]{0,500}>|@[\w-]+/g;

function readLine(line: string, names: Set<string>, plain: Set<string>): void {
  for (const [index, piece] of line.split('`').entries()) {
    if (index % 2 === 1) addNames(piece, names);
    else readPiece(piece, names, plain, line.startsWith('#'));
  }
}

function readPiece(
  piece: string,
  names: Set<string>,
  plain: Set<string>,
  isHeading: boolean,
): void {
  const prose = piece.replace(notProse, (found) => {
    addNamesOfAddress(found, names);
    return ' ';
  });
  for (const [, word = ''] of prose.matchAll(/([a-z][a-z'’]{2,})/gi))
    plain.add(word.toLowerCase().replaceAll('’', "'"));
  if (isHeading) return;
  for (const [, word = ''] of prose.matchAll(/[a-z\d,;)]\s+[*_["'(]{0,3}([A-Z][a-z]{2,})/g))
    names.add(word.toLowerCase());
}
