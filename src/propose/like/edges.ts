/** How far a text begins with characters of a kind, in UTF-16 units. */
export function leading(text: string, kind: RegExp): string {
  let end = 0;
  for (const character of text) {
    if (!kind.test(character)) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The same from the end. */
export function trailing(text: string, kind: RegExp): string {
  let start = text.length;
  while (start > 0 && kind.test(text.slice(start - 1, start))) start -= 1;
  return text.slice(start);
}

/** A text without characters of a kind at its edges. */
export function within(text: string, kind: RegExp): string {
  const start = leading(text, kind).length;
  return text.slice(start, text.length - trailing(text.slice(start), kind).length);
}
