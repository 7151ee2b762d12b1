import type { Progress } from '../collect/source.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { Output } from './environment.ts';

/** Tells what a source is doing: one line that changes on a terminal, a line a stage elsewhere. */
export class ProgressLine {
  readonly #output: Output;
  #last = '';

  constructor(output: Output) {
    this.#output = output;
  }

  readonly report = (progress: Progress): void => {
    if (this.#output.isTTY) {
      this.#output.write(`\r\u001b[K${lineOf(progress)}`);
      this.#last = progress.stage;
      return;
    }
    const stage = [progress.repository, progress.stage].join(' ');
    if (stage !== this.#last) this.#output.write(`${lineOf(progress)}\n`);
    this.#last = stage;
  };

  /** Takes the changing line away, so that what follows stands on its own. */
  clear(): void {
    if (this.#output.isTTY && this.#last !== '') this.#output.write('\r\u001b[K');
  }
}

function lineOf({ repository, stage, items, total, requests, pointsLeft }: Progress): string {
  const counts = total === undefined ? items : `${items} of ${total}`;
  return [
    plainText(repository ?? 'devreport'),
    stage,
    `${counts} items`,
    ...(requests > 0 ? [`${requests} requests`] : []),
    ...(pointsLeft === undefined ? [] : [`${pointsLeft} points left`]),
  ].join(' · ');
}
