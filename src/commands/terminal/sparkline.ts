const BARS = '▁▂▃▄▅▆▇█';

/** Numbers as a row of bars: the lowest one is zero, the highest the largest number. */
export function sparkline(numbers: readonly number[]): string {
  const most = Math.max(1, ...numbers);
  return numbers
    .map((number) => BARS[Math.round((number / most) * (BARS.length - 1))] ?? '')
    .join('');
}
