import type { Delay, Progress } from '../../collect/source.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { delayWords } from './delay-words.ts';
import type { Output } from '../environment.ts';
import { many } from './many.ts';

/** Milliseconds that nobody needs to be told why. */
const patience = 3_000;

/**
 * Tells what a source is doing: a line that changes on a terminal, and nothing elsewhere, save why it
 * makes one wait.
 */
export class ProgressLine {
  readonly #output: Output;
  #isShown = false;
  #told: Pick<Delay, 'cause' | 'reason' | 'until'> | null = null;

  constructor(output: Output) {
    this.#output = output;
  }

  readonly report = (progress: Progress): void => {
    if (!this.#output.isTTY) return;
    // A line that wraps could not be taken back.
    const width = (this.#output.columns ?? 80) - 1;
    this.#output.write(`\r\u001b[K${cut(lineOf(progress), width)}`);
    this.#isShown = true;
  };

  /** Tells why it takes long, once for each cause and each limit. */
  readonly delay = (delay: Delay): void => {
    const { cause, reason, until, milliseconds } = delay;
    const told = this.#told;
    const isNews = told?.reason !== reason || (cause === 'limit' && told.until !== until);
    if (milliseconds < patience || !isNews) return;
    this.say(delayWords(delay));
    this.#told = { cause, reason, until };
  };

  /** A line that stays. */
  readonly say = (line: string): void => {
    this.clear();
    this.#output.write(`${line}\n`);
  };

  /** Takes the changing line away, so that what follows stands on its own. */
  clear(): void {
    if (this.#isShown) this.#output.write('\r\u001b[K');
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
