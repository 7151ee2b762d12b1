/** Milliseconds since 1970 as an instant: UTC, to the second, the form every instant in devreport has. */
export function instantOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** The instant a second before: of a half-open period's end, the last one inside. */
export function secondBefore(instant: string): string {
  return instantOf(Date.parse(instant) - 1000);
}

/** Orders instants, earlier first, and any other texts, by their code units: the same everywhere. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
