import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { readOptional } from '../../files/read-optional.ts';
import { readReport } from '../../report/report.ts';
import type { AdjacentReport } from '../../series/adjacent.ts';
import { datedReports, isDated } from './dated-reports.ts';

/** The reports just before and after one, by the dates in their names, that have a readable record; links may not lead out of the folder. */
export function readAdjacent(path: string, within: string | null): AdjacentReport[] {
  const own = basename(path);
  if (!isDated(own)) return [];
  const others = datedReports(dirname(path), within);
  const names = {
    before: others.findLast((name) => name < own),
    after: others.find((name) => name > own),
  };
  return (['before', 'after'] as const).flatMap((side) => {
    const name = names[side];
    if (name === undefined) return [];
    const period = periodIn(join(dirname(path), name), within);
    return period === undefined ? [] : [{ path: name, side, period }];
  });
}

function periodIn(path: string, within: string | null): AdjacentReport['period'] | undefined {
  try {
    const text = readOptional(path, within) ?? '';
    return readReport({ path: basename(path), text }).record?.record.period;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // An unreadable file says nothing about its period; checking that file reports it.
    return undefined;
  }
}
