/** Safe Markdown, for a template, which writes it as it is. */
export class MarkdownText {
  readonly #markdown: string;

  constructor(markdown: string) {
    this.#markdown = markdown;
  }

  toString(): string {
    return this.#markdown;
  }
}
