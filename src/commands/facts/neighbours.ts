import { basename, dirname, join } from 'node:path';
import type { Neighbour } from '../../series/neighbour.ts';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import { UsageError } from '../../errors.ts';
import { parseRecord } from '../../report/find-record.ts';

/** Named after a date, as reports are. */
export const dated = /^\d{4}-\d{2}-\d{2}\.md$/;

/** The reports just before and after one, by the dates they are named after, if their records can be read. */
export async function neighboursOf(path: string): Promise<Neighbour[]> {
  const own = basename(path);
  if (!dated.test(own)) return [];
  const others = (await listOptional(dirname(path))).filter((name) => dated.test(name));
  const before = others.findLast((name) => name < own);
  const after = others.find((name) => name > own);
  const found = [
    before === undefined ? null : await readNeighbour(join(dirname(path), before), 'before'),
    after === undefined ? null : await readNeighbour(join(dirname(path), after), 'after'),
  ];
  return found.filter((neighbour) => neighbour !== null);
}

/** A report beside another, as its record has it; null when it has none that can be read. */
export async function readNeighbour(
  path: string,
  side: Neighbour['side'],
): Promise<Neighbour | null> {
  const name = basename(path);
  try {
    const record = parseRecord((await readOptional(path)) ?? '', name);
    return record && { path: name, side, period: record.period };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // A neighbour that cannot be read tells nothing; checking that file itself will say why.
    return null;
  }
}
