import { appendFileSync, statSync } from 'node:fs';
import { UsageError } from '../../../errors.ts';
import { errorCode } from '../../../files/error-code.ts';
import type { Environment } from '../../environment.ts';

/** A file in which the runner looks for something after the step, by the variable with its path. */
export class RunnerFile {
  readonly #path: string;
  readonly #variable: string;

  private constructor(path: string, variable: string) {
    this.#path = path;
    this.#variable = variable;
  }

  /** Null when the runner offers none. */
  static of(variable: string, variables: Environment['variables']): RunnerFile | null {
    const path = variables[variable] ?? '';
    return path === '' ? null : new RunnerFile(path, variable);
  }

  /**
   * Its size in bytes.
   *
   * @throws {UsageError} `runner-file`
   */
  get size(): number {
    return this.#try(() => statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0);
  }

  /** @throws {UsageError} `runner-file` */
  append(text: string): void {
    this.#try(() => {
      appendFileSync(this.#path, text, 'utf8');
    });
  }

  #try<T>(access: () => T): T {
    try {
      return access();
    } catch (cause) {
      throw new UsageError(
        'runner-file',
        `Cannot write to the file of ${this.#variable} (${errorCode(cause)}).`,
        {
          hint: 'The runner makes this file for each step: run devreport as a step of a workflow.',
          cause,
        },
      );
    }
  }
}
