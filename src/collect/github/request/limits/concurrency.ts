/** How many requests may be in flight: GitHub allows 100, and politeness fewer. */
const most = 12;
const atFirst = 4;
/** GitHub also limits server time, to 60 s a minute: slow answers are no reason to ask for more. */
const quick = 2_000;
const slow = 6_000;

/** Grows by one with a quick answer, and halves with a failure. */
export class Concurrency {
  #limit = atFirst;

  get limit(): number {
    return Math.floor(this.#limit);
  }

  answered(milliseconds: number): void {
    if (milliseconds < quick) this.#limit = Math.min(most, this.#limit + 1);
    else if (milliseconds > slow) this.#limit = Math.max(1, this.#limit - 1);
  }

  failed(): void {
    this.#limit = Math.max(1, this.#limit / 2);
  }
}
