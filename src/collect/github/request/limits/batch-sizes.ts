import { operations, type Operation } from '../field.ts';

/** So many answers of the present size, and a larger one is tried again. */
const recovery = 4;
/** GitHub gives up after ten seconds: what takes so many milliseconds is halved before it comes to that. */
const slow = 6_000;

/** Below one unit there is the lighter form of what has one; lighter than that, nothing. */
const least = 1 / 8;

/** How many units a request of each operation carries: halved when the server could not, doubled back later. */
export class BatchSizes {
  readonly #sizes = new Map<Operation, { size: number; successes: number }>();
  readonly #proven = new Map<Operation, number>();

  current(operation: Operation): number {
    return this.#sizes.get(operation)?.size ?? operations[operation];
  }

  /** Whether a request of so many units was answered before: then it is not its size that fails. */
  proven(operation: Operation, units: number): boolean {
    return units <= (this.#proven.get(operation) ?? 0);
  }

  failed(operation: Operation, units: number): void {
    const half = units > 1 ? Math.floor(units / 2) : units / 2;
    const size = Math.max(least, Math.min(this.current(operation), half));
    this.#sizes.set(operation, { size, successes: 0 });
  }

  succeeded(operation: Operation, units: number, milliseconds: number): void {
    if (milliseconds > slow) {
      this.failed(operation, units);
      return;
    }
    this.#proven.set(operation, Math.max(units, this.#proven.get(operation) ?? 0));
    const entry = this.#sizes.get(operation);
    if (entry === undefined) return;
    entry.successes += 1;
    if (entry.successes < recovery) return;
    entry.size = Math.min(operations[operation], entry.size * 2);
    entry.successes = 0;
    if (entry.size === operations[operation]) this.#sizes.delete(operation);
  }
}
