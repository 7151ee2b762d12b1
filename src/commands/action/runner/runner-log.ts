import { type Annotation, annotationCommands } from '../../../check/format/annotations.ts';
import { withoutCommands, workflowCommand } from '../../../check/format/workflow-command.ts';
import { visibleLine, visibleText } from '../../../markdown/plain-text.ts';
import type { Output, SafeOutput } from '../../environment.ts';
import type { Secrets } from './secrets.ts';

/**
 * The log of a step, in which the runner of GitHub Actions looks for commands. No text that is written
 * to it can be one, and none shows a secret; commands have methods of their own.
 */
export class RunnerLog implements SafeOutput {
  readonly #output: Output;
  readonly #secrets: Secrets;

  constructor(output: Output, secrets: Secrets) {
    this.#output = output;
    this.#secrets = secrets;
  }

  /** Asks the runner to hide the secrets, in the logs of all later steps too. */
  mask(): void {
    this.#commands(this.#secrets.all.map((secret) => workflowCommand('add-mask', {}, secret)));
  }

  /** Writes whole lines: what one call writes is never continued by the next. */
  write(text: string): void {
    // Splits as the runner does.
    const lines = text.split(/\r\n|\r|\n/);
    this.lines(lines.at(-1) === '' ? lines.slice(0, -1) : lines);
  }

  lines(lines: readonly string[]): void {
    // What is invisible could part a secret, or a command.
    const shown = lines.map((line) => withoutCommands(this.#secrets.hide(visibleLine(line))));
    this.#output.write(shown.map((line) => `${line}\n`).join(''));
  }

  /** The same as `write`: only the runner and people read this log. */
  exactly(text: string): void {
    this.write(text);
  }

  /** Shows messages with the run. GitHub shows ten of a severity: give all of the step at once. */
  annotate(annotations: readonly Annotation[]): void {
    const hidden = annotations.map((annotation) => ({
      ...annotation,
      message: this.#secrets.hide(visibleText(annotation.message)),
    }));
    this.#commands(annotationCommands(hidden));
  }

  /** Folds what is written until `endGroup`. */
  startGroup(title: string): void {
    this.#commands([workflowCommand('group', {}, this.#secrets.hide(visibleLine(title)))]);
  }

  endGroup(): void {
    this.#commands([workflowCommand('endgroup', {}, '')]);
  }

  #commands(lines: readonly string[]): void {
    this.#output.write(lines.map((line) => `${line}\n`).join(''));
  }
}
