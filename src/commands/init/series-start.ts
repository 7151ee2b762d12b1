import { resolve } from 'node:path';
import { filePattern } from '../../placeholder/file-pattern.ts';
import type { ReadModel } from '../../propose/like/read-model-form.ts';
import { readSeries } from '../facts/series/read-series.ts';
import { SeriesFiles } from '../facts/series/series-files.ts';
import type { ProposedCheckout } from './gather-project.ts';

/**
 * The number of the first report of a series, so that a model has its own; null where it has none. Of a
 * model from elsewhere, the next report is the first one here.
 *
 * @throws {UsageError} those of `readOptional`
 */
export function seriesStart(
  { file, time, number, model }: ReadModel,
  path: string,
  { root, environment: { cwd } }: ProposedCheckout,
): number | null {
  if (!number) return null;
  const files = new SeriesFiles(null, filePattern(file), root, cwd);
  const own = model.isInside ? resolve(cwd, path) : null;
  const before = time ? readSeries(files, own, time.period).before.length : 0;
  return Math.max(0, number.number - before + (model.isInside ? 0 : 1));
}
