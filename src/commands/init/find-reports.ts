import { join, resolve } from 'node:path';
import { boundaryOf } from '../../files/boundary-of.ts';
import { folderOfReports } from '../../propose/reports/reports-folder.ts';
import type { GatheredChanges, ProposedCheckout } from './gather-project.ts';
import { listReports, type ReportPlace } from './read-reports.ts';

/**
 * The folder of earlier reports: the one that `--reports` names, else `reports`; in a repository that is mostly there for
 * dated texts, the folder with most of these.
 *
 * @throws {UsageError} those of `listReports`
 */
export async function findReports(
  named: string | undefined,
  { root, environment: { cwd } }: ProposedCheckout,
  history: Promise<GatheredChanges>,
): Promise<ReportPlace> {
  const placeAt = (folder: string) => ({
    folder,
    within: boundaryOf(join(folder, 'report.md'), cwd),
  });
  if (named !== undefined) return placeAt(resolve(cwd, named));
  const usual = placeAt(join(root, 'reports'));
  if (listReports(usual).length > 0) return usual;
  const { changes } = await history;
  const counted = folderOfReports(changes.map(({ paths }) => paths))
    .map((folder) => ({ ...placeAt(join(root, folder)), textsIn: folder }))
    .map((place) => ({ place, count: listReports(place).length }))
    .toSorted((a, b) => b.count - a.count);
  return counted[0]?.place ?? usual;
}
