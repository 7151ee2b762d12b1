import type { Signature } from '../history/signature.ts';

/** Those whom one commit can have; more are not people. */
const MOST_CO_AUTHORS = 100;

/** Reads the values of `Co-authored-by` trailers, one a line. Those without an address are left out. */
export function readCoAuthors(values: string): Signature[] {
  if (values === '') return [];
  return values.split('\n', MOST_CO_AUTHORS).flatMap((value): Signature[] => {
    const start = value.indexOf('<');
    const end = value.indexOf('>', start);
    if (start === -1 || end === -1) return [];
    return [{ name: value.slice(0, start).trim(), email: value.slice(start + 1, end).trim() }];
  });
}
