import { visibleLine, visibleText } from '../../markdown/plain-text.ts';
import type { Output, SafeOutput } from '../environment.ts';

/** The output of a command: the one place where text becomes harmless for who reads it. */
export class VisibleOutput implements SafeOutput {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  write(text: string): void {
    this.#output.write(visibleText(text));
  }

  lines(lines: readonly string[]): void {
    this.#output.write(lines.map((line) => `${visibleLine(line)}\n`).join(''));
  }

  exactly(text: string): void {
    this.#output.write(text);
  }

  get isTTY(): boolean {
    return this.#output.isTTY === true;
  }

  get columns(): number | undefined {
    return this.#output.columns;
  }
}
