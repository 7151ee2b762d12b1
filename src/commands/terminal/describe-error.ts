import type { DevreportError } from '../../errors.ts';

/** The most characters of a line that are shown: it may quote a file or an option of any length. */
const LONGEST = 2_000;

/** A known error in the words of the terminal, line by line. */
export function describeError({ lines, hint }: DevreportError): string[] {
  const [first = '', ...others] = lines;
  return [`devreport: ${first}`, ...others, ...(hint === undefined ? [] : [hint])].map(cutLine);
}

/** Any other error, which is a bug. The stack is shown with `--verbose`. */
export function describeUnexpected(error: unknown, argv: readonly string[]): string[] {
  const isVerbose = argv.includes('--verbose');
  const stack = isVerbose && error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const next = isVerbose ? 'with the lines below' : 'with what --verbose adds to this';
  return [
    `devreport: Unexpected error: ${String(error)}`,
    `This is a bug in devreport. Report it in its issue tracker (npm bugs devreport), ${next}.`,
    ...stack,
  ].map(cutLine);
}

function cutLine(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
