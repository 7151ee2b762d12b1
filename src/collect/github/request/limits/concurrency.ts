/** How many requests may be in flight: GitHub allows 100, and politeness a good deal fewer. */
const most = 12;
const start = 4;
/** GitHub counts server time: 60 s of it a minute. Slow answers are no reason to ask for more. */
const quick = 2_000;
const slow = 6_000;

/** Grows by one a quick answer, halves on a limit or trouble. */
export class Concurrency {
  #limit = start;

  get limit(): number {
    return Math.floor(this.#limit);
  }

  answered(milliseconds: number): void {
    if (milliseconds < quick) this.#limit = Math.min(most, this.#limit + 1);
    else if (milliseconds > slow) this.#limit = Math.max(1, this.#limit - 1);
  }

  troubled(): void {
    this.#limit = Math.max(1, this.#limit / 2);
  }
}
