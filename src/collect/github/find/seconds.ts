/** GitHub's dates go by the second, and so do the ranges that searches are split into. */
export function toInstant(seconds: number): string {
  return `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`;
}

export function toSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1_000);
}
