import { operations, type Operation } from '../field.ts';

/** How many answers of the present size come before a larger one is tried again. */
const answersBeforeGrowth = 4;
/** GitHub gives up after ten seconds. After so many milliseconds, the size is halved in time. */
const slow = 6_000;

/** Below one unit is the lighter form of an item. Nothing is lighter. */
const smallest = 1 / 8;

/** How many units a request of each operation carries: halved after a failure, doubled back later. */
export class BatchSizes {
  readonly #sizes = new Map<Operation, { size: number; answers: number }>();
  readonly #answered = new Map<Operation, number>();

  current(operation: Operation): number {
    return this.#sizes.get(operation)?.size ?? operations[operation];
  }

  /** Whether a request of so many units was answered before: then its size isn't why it fails. */
  wasAnswered(operation: Operation, units: number): boolean {
    return units <= (this.#answered.get(operation) ?? 0);
  }

  failed(operation: Operation, units: number): void {
    const half = units > 1 ? Math.floor(units / 2) : units / 2;
    const size = Math.max(smallest, Math.min(this.current(operation), half));
    this.#sizes.set(operation, { size, answers: 0 });
  }

  succeeded(operation: Operation, units: number, milliseconds: number): void {
    if (milliseconds > slow) {
      this.failed(operation, units);
      return;
    }
    this.#answered.set(operation, Math.max(units, this.#answered.get(operation) ?? 0));
    const entry = this.#sizes.get(operation);
    if (entry === undefined) return;
    entry.answers += 1;
    if (entry.answers < answersBeforeGrowth) return;
    entry.size = Math.min(operations[operation], entry.size * 2);
    entry.answers = 0;
  }
}
