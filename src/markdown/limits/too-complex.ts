/** The reason not to go on with a text; `parseMarkdown` turns it into an error for people. */
export class MarkdownTooComplex extends Error {
  /** What there is too much of. */
  readonly what: 'steps' | 'levels';
  /** From 1. */
  readonly line: number;

  constructor(what: MarkdownTooComplex['what'], line: number) {
    super(`too many ${what} in line ${line}`);
    this.name = 'MarkdownTooComplex';
    this.what = what;
    this.line = line;
  }
}
