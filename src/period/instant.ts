/** Milliseconds since 1970 as an instant: UTC, to the second, as every instant in devreport. */
export function instantOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Whether a text is an instant that exists: not 30 February, not 24:00. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return false;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && instantOf(milliseconds) === text;
}

/** The instant a second before: the last one inside a half-open period, from its end. */
export function secondBefore(instant: string): string {
  return instantOf(Date.parse(instant) - 1000);
}

/** Orders texts by their code units, the same everywhere; instants from early to late. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
