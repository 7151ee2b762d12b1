import { escapeMarkdown } from './escape.ts';

/** Text from outside, as a template sees it: it can only be written escaped. */
export class ForeignText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** What it says, for helpers that compare it or escape it for another place than Markdown text. */
  static raw(value: unknown): unknown {
    return value instanceof ForeignText ? value.#text : value;
  }

  toString(): string {
    return escapeMarkdown(this.#text);
  }
}
