/** As many blanks, with the same line endings. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]+/g, ({ length }) => ' '.repeat(length));
}
