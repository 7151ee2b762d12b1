/** The share of the evidence that a value needs. */
const SHARE = 0.9;

/** How often each text, like a name or an address, was seen with each value, like a login. */
export class EvidenceCount {
  readonly #counts = new Map<string, Map<string, number>>();

  add(text: string, value: string, times = 1): void {
    const counts = this.#counts.get(text) ?? new Map<string, number>();
    counts.set(value, (counts.get(value) ?? 0) + times);
    this.#counts.set(text, counts);
  }

  /** The value that has nine tenths of a text's evidence, and how much; null when it contradicts. */
  agreed(text: string): { value: string; count: number } | null {
    const counts = [...(this.#counts.get(text) ?? [])];
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    const most = counts.find(([, count]) => count >= all * SHARE);
    return most ? { value: most[0], count: most[1] } : null;
  }

  /** The value that a text was seen with most often. */
  most(text: string): string | null {
    const counts = [...(this.#counts.get(text) ?? [])];
    const [most] = counts.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return most?.[0] ?? null;
  }
}
