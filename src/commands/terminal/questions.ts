import type { Key } from 'node:readline';
import { Writable } from 'node:stream';
import { isCancel, select, text } from '@clack/prompts';
import { visibleLine } from '../../markdown/plain-text.ts';
import type { Environment, Input } from '../environment.ts';

/** Thrown when a person leaves a question by Ctrl-C, Ctrl-D or Escape. */
export class GivenUp extends Error {}

interface Streams {
  input?: Input;
  output: Writable;
}

/** Asks a person at a terminal. */
export class Questions {
  readonly #streams: Streams;
  readonly #signal: AbortSignal;

  /** Of an environment in which `isAnswered`. */
  constructor({ stdin, stderr, signal }: Environment) {
    const output = new Writable({
      decodeStrings: false,
      write(chunk: unknown, _encoding, done) {
        stderr.exactly(String(chunk));
        done();
      },
    });
    // What the library asks of a terminal, which may not know its width.
    const { columns = 0 } = stderr;
    Object.assign(output, { isTTY: true, columns: columns > 0 ? columns : 80, rows: 24 });
    const input = stdin?.();
    this.#streams = { ...(input && { input }), output };
    this.#signal = signal;
  }

  /** @throws {GivenUp} */
  async choose<Value extends string | null>(
    message: string,
    options: readonly { value: Value; label: string }[],
  ): Promise<Value> {
    const index = await this.#answered((common) =>
      select<number>({
        ...common,
        message,
        options: options.map(({ label }, value) => ({ value, label: visibleLine(label) })),
      }),
    );
    const chosen = options[index];
    if (!chosen) throw new GivenUp();
    return chosen.value;
  }

  /**
   * @param problemOf why an answer can't be taken
   * @throws {GivenUp}
   */
  async ask(
    message: string,
    initialValue: string,
    problemOf: (answer: string) => string | undefined,
  ): Promise<string> {
    const answer = await this.#answered((common) =>
      text({
        ...common,
        ...{ message, initialValue: visibleLine(initialValue) },
        validate: (given = '') => problemOf(given),
      }),
    );
    return answer.trim();
  }

  /** Node closes its reader at Ctrl-D, of which the library, and so the question, would never hear. */
  async #answered<Answer>(
    question: (common: Streams & { signal: AbortSignal }) => Promise<Answer>,
  ): Promise<Exclude<Answer, symbol>> {
    const { input } = this.#streams;
    const ended = new AbortController();
    const leave = (_: unknown, { ctrl, name }: Key): void => {
      if (ctrl === true && name === 'd') ended.abort();
    };
    input?.on('keypress', leave);
    try {
      // The library keeps listening to a signal when its question has been answered.
      const signal = AbortSignal.any([this.#signal, ended.signal]);
      const answer = await question({ ...this.#streams, signal });
      if (isCancel(answer)) throw new GivenUp();
      return answer as Exclude<Answer, symbol>;
    } finally {
      input?.off('keypress', leave);
    }
  }
}
