import type { DevreportError } from '../../errors.ts';

/** The most characters of a line that are shown: it may quote a file or an option of any length. */
const LONGEST = 2_000;

/** A known error in the words of the terminal, line by line. */
export function describeError({ lines, hint }: DevreportError): string[] {
  const [first = '', ...others] = lines;
  const all = [`devreport: ${first}`, ...others, ...(hint === undefined ? [] : [hint])];
  return all.map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line));
}
