import type { Progress } from '../source.ts';
import type { Selection } from './facts/item-facts.ts';
import type { Operation } from './request/field.ts';
import type { RequestFacts } from './request/attempt.ts';

const stages: Record<Operation, string> = {
  Organization: 'search',
  Survey: 'search',
  Counts: 'search',
  Listing: 'search',
  Probe: 'search',
  PullRequests: 'details',
  Issues: 'details',
  Lists: 'activity',
};

/** Counts what a run has read. */
export class Tally {
  /** Those that are read, as far as they are known yet: `owner/name`. */
  repositories: readonly string[];
  readonly #slices = { read: 0, of: 0 };
  #items = 0;

  constructor(repositories: readonly string[]) {
    this.repositories = repositories;
  }

  /** The selection, of which everything that is read counts as an item. */
  counting<T>(selection: Selection<T>): Selection<T> {
    const { slim } = selection;
    return {
      ...selection,
      ...(slim && { slim: this.counting(slim) }),
      read: (value) => {
        this.#items += 1;
        return selection.read(value);
      },
    };
  }

  /** So many more slices of the period are to be searched. */
  sliced(count: number): void {
    this.#slices.of += count;
  }

  /** One of them has been read. */
  sliceRead(): void {
    this.#slices.read += 1;
  }

  /** What is to be told after a request, the n-th. */
  progress({ operation, pointsLeft }: RequestFacts, requests: number): Progress {
    return {
      repositories: this.repositories,
      stage: stages[operation],
      items: this.#items,
      ...(this.#slices.of > 0 && { slices: { ...this.#slices } }),
      requests,
      ...(pointsLeft !== undefined && { pointsLeft }),
    };
  }
}
