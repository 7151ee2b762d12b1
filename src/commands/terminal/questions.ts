import { Writable } from 'node:stream';
import { isCancel, select, text } from '@clack/prompts';
import { visibleLine } from '../../markdown/plain-text.ts';
import type { Environment, Input } from '../environment.ts';

/** Thrown when a person leaves a question by Ctrl-C or Escape. */
export class GivenUp extends Error {}

/** Asks a person at a terminal. */
export class Questions {
  readonly #streams: { input?: Input; output: Writable };
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
    const index = await select<number>({
      ...this.#options(),
      message,
      options: options.map(({ label }, value) => ({ value, label: visibleLine(label) })),
    });
    const chosen = isCancel(index) ? undefined : options[index];
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
    const answer = await text({
      ...this.#options(),
      ...{ message, initialValue: visibleLine(initialValue) },
      validate: (given = '') => problemOf(given),
    });
    if (isCancel(answer)) throw new GivenUp();
    return answer.trim();
  }

  /** The library keeps listening to a signal when its question has been answered. */
  #options() {
    return { ...this.#streams, signal: AbortSignal.any([this.#signal]) };
  }
}
