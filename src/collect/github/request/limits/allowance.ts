/** The most requests of any run, however much the server counts. */
export const mostRequests = 10_000;

const timesExpected = 6;
/** Milliseconds until GitHub gives up. */
const longestAnswer = 10_000;

/** What a run may take at most, so that it ends whatever the server answers. */
export class Allowance {
  /** A server that answers only a few items at once takes as many for a quiet week. */
  #requests = 300;
  #milliseconds = 120_000;

  get requests(): number {
    return this.#requests;
  }

  /**
   * Allows several times as many requests as are expected: some fail, some are divided into smaller
   * ones. GitHub may take ten seconds for each.
   */
  expect(requests: number): void {
    this.#requests = Math.min(mostRequests, this.#requests + requests * timesExpected);
    this.#milliseconds += requests * longestAnswer;
  }

  isSpent(requests: number, milliseconds: number): boolean {
    return requests >= this.#requests || milliseconds >= this.#milliseconds;
  }
}
