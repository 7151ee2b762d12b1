import { operations, type Operation } from './field.ts';

/** So many answers of the present size, and a larger one is tried again. */
const recovery = 4;
/** GitHub gives up after ten seconds: what takes so many milliseconds is halved before it comes to that. */
const slow = 6_000;

/** How many units a request of each operation carries: halved when the server could not, doubled back later. */
export class BatchSizes {
  readonly #sizes = new Map<Operation, { size: number; successes: number }>();

  current(operation: Operation): number {
    return this.#sizes.get(operation)?.size ?? operations[operation];
  }

  /** @returns whether there was something to halve */
  failed(operation: Operation, units: number): boolean {
    const size = Math.max(1, Math.min(this.current(operation), Math.floor(units / 2)));
    this.#sizes.set(operation, { size, successes: 0 });
    return units > 1;
  }

  succeeded(operation: Operation, units: number, milliseconds: number): void {
    if (milliseconds > slow) {
      this.failed(operation, units);
      return;
    }
    const entry = this.#sizes.get(operation);
    if (entry === undefined) return;
    entry.successes += 1;
    if (entry.successes < recovery) return;
    entry.size = Math.min(operations[operation], entry.size * 2);
    entry.successes = 0;
    if (entry.size === operations[operation]) this.#sizes.delete(operation);
  }
}
