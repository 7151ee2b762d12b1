import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { readOptional } from '../../files/read-optional.ts';
import { readReport } from '../../report/report.ts';
import type { AdjacentReport } from '../../series/adjacent.ts';
import { datedReports, isDated } from './dated-reports.ts';

/** The reports just before and after one, by the dates in their names, that have a readable record. */
export async function readAdjacent(path: string): Promise<AdjacentReport[]> {
  const own = basename(path);
  if (!isDated(own)) return [];
  const others = await datedReports(dirname(path));
  const names = {
    before: others.findLast((name) => name < own),
    after: others.find((name) => name > own),
  };
  const found = await Promise.all(
    (['before', 'after'] as const).map(async (side): Promise<AdjacentReport[]> => {
      const name = names[side];
      if (name === undefined) return [];
      const period = await periodIn(join(dirname(path), name));
      return period === undefined ? [] : [{ path: name, side, period }];
    }),
  );
  return found.flat();
}

async function periodIn(path: string): Promise<AdjacentReport['period'] | undefined> {
  try {
    const text = (await readOptional(path)) ?? '';
    return readReport({ path: basename(path), text }).record?.record.period;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // An unreadable file says nothing about its period; checking that file reports it.
    return undefined;
  }
}
