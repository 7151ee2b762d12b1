import { PassThrough } from 'node:stream';
import type { Surroundings } from '../../src/commands/environment.ts';

/** Keys as terminals send them. */
export const keys = {
  down: '\u001b[B',
  end: '\u0004',
  enter: '\r',
  erase: '\u007f',
  interrupt: '\u0003',
  up: '\u001b[A',
};

/** A person at a terminal, who types an answer as soon as a question is there. */
export class Typist {
  /** What the terminal shows. */
  shown = '';
  readonly #answers: [question: string, ...keys: string[]][];
  readonly #keys: PassThrough;
  #read = 0;

  /** @param answers in the order of the questions */
  constructor(answers: readonly [question: string, ...keys: string[]][]) {
    this.#answers = [...answers];
    this.#keys = new PassThrough();
  }

  get environment(): Pick<Surroundings, 'stdin' | 'stderr'> {
    const stdin = Object.assign(this.#keys, { isTTY: true, setRawMode: () => stdin });
    return {
      stdin: () => stdin,
      stderr: { isTTY: true, columns: 80, write: (text) => this.#show(text) },
    };
  }

  /** The questions that did not come. */
  get unasked(): string[] {
    return this.#answers.map(([question]) => question);
  }

  #show(text: string): void {
    this.shown += text;
    const [question = '', ...answer] = this.#answers[0] ?? [];
    const at = question === '' ? -1 : this.shown.indexOf(question, this.#read);
    if (at < 0) return;
    this.#read = this.shown.length;
    this.#answers.shift();
    // A key is one press, and comes when the question is complete.
    answer.forEach((key, index) => setTimeout(() => this.#keys.write(key), 5 * (index + 1)));
  }
}
