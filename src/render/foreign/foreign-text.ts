import { markOf } from './marks.ts';

/**
 * Text that others wrote, for a template, which can compare it but only write a mark for it: the text
 * itself comes in when it is known what is around it.
 */
export class ForeignText {
  readonly #text: string;
  readonly #index: number;

  constructor(text: string, index: number) {
    this.#text = text;
    this.#index = index;
  }

  /** The text itself, for helpers that compare it; other values unchanged. */
  static raw(value: unknown): unknown {
    return value instanceof ForeignText ? value.#text : value;
  }

  toString(): string {
    return markOf(this.#index);
  }
}
