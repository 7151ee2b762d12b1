import type { Delay, Estimate, Progress } from '../../collect/source.ts';
import { plainText, visibleLine } from '../../markdown/plain-text.ts';
import { delayMessage } from './delay-message.ts';
import { estimateMessage } from './estimate-message.ts';
import type { SafeOutput } from '../environment.ts';
import { many } from '../../markdown/many.ts';

/** Delays up to so many milliseconds need no explanation. */
const patience = 3_000;

/**
 * Shows the progress of a source: a changing line on a terminal, nothing elsewhere; and everywhere
 * the reasons of long delays.
 */
export class ProgressLine {
  readonly #output: SafeOutput;
  #isShown = false;
  #lastDelay: Pick<Delay, 'cause' | 'reason' | 'until'> | null = null;

  constructor(output: SafeOutput) {
    this.#output = output;
  }

  readonly report = (progress: Progress): void => {
    if (!this.#output.isTTY) return;
    // A line that wraps could not be cleared.
    const width = (this.#output.columns ?? 80) - 1;
    this.#output.exactly(`\r\u001b[K${cut(visibleLine(lineOf(progress)), width)}`);
    this.#isShown = true;
  };

  readonly estimate = (estimate: Estimate): void => {
    this.print(estimateMessage(estimate));
  };

  /** Reports a long delay, once for each reason and each limit. */
  readonly delay = (delay: Delay): void => {
    const { cause, reason, until, milliseconds } = delay;
    const last = this.#lastDelay;
    const isNew = last?.reason !== reason || (cause === 'limit' && last.until !== until);
    if (milliseconds < patience || !isNew) return;
    this.print(delayMessage(delay));
    this.#lastDelay = { cause, reason, until };
  };

  /** Prints a line that stays. */
  readonly print = (line: string): void => {
    this.clear();
    this.#output.lines([line]);
  };

  /** Clears the changing line. */
  clear(): void {
    if (this.#isShown) this.#output.exactly('\r\u001b[K');
    this.#isShown = false;
  }
}

function lineOf(progress: Progress): string {
  const { repositories, stage, items, total, slices, requests, pointsLeft } = progress;
  const [name = 'devreport'] = repositories;
  return [
    repositories.length > 1 ? `${repositories.length} repositories` : plainText(name),
    stage,
    ...(slices ? [`${slices.read} of ${many(slices.of, 'slice')}`] : []),
    total === undefined ? many(items, 'item') : `${items} of ${many(total, 'item')}`,
    ...(requests > 0 ? [many(requests, 'request')] : []),
    ...(pointsLeft === undefined ? [] : [`${many(pointsLeft, 'point')} left`]),
  ].join(' · ');
}

function cut(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}
