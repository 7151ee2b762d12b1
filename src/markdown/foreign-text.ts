import { escapeMarkdown } from './escape.ts';

/** Text that others wrote, for a template: converted to a string, it is escaped for Markdown. */
export class ForeignText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for helpers that compare it or escape it otherwise; other values unchanged. */
  static raw(value: unknown): unknown {
    return value instanceof ForeignText ? value.#text : value;
  }

  toString(): string {
    return escapeMarkdown(this.#text);
  }
}
