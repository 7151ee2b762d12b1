import type { Progress } from '../source.ts';
import type { Fragment } from './facts/fragment.ts';
import type { Operation } from './request/field.ts';
import type { RequestAttempt } from './request/attempt.ts';

const stages: Record<Operation, string> = {
  Organization: 'search',
  Survey: 'search',
  Counts: 'search',
  Listing: 'search',
  Checks: 'search',
  Waiting: 'search',
  PullRequests: 'details',
  Issues: 'details',
  History: 'history',
  Commits: 'activity',
  Lists: 'activity',
};

/** Counts what a run has read. */
export class Tally {
  /** Those that are read, as far as they are known: `owner/name`. */
  repositories: readonly string[];
  readonly #slices = { read: 0, of: 0 };
  #items = 0;

  constructor(repositories: readonly string[]) {
    this.repositories = repositories;
  }

  /** The same fragment, which counts each value that is read as an item. */
  counting<T>(fragment: Fragment<T>): Fragment<T> {
    const { slim } = fragment;
    return {
      ...fragment,
      ...(slim && { slim: this.counting(slim) }),
      read: (value) => {
        this.#items += 1;
        return fragment.read(value);
      },
    };
  }

  /** Adds slices of the period that will be searched. */
  addSlices(count: number): void {
    this.#slices.of += count;
  }

  sliceRead(): void {
    this.#slices.read += 1;
  }

  /** @param requests sent so far */
  progress({ operation, pointsLeft }: RequestAttempt, requests: number): Progress {
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
