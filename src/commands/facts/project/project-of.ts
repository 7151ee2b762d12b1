import type { Project } from '../../../propose/project.ts';
import { factsOfHistory, factsOfProject } from '../../../propose/facts-of-project.ts';
import type { Snapshot } from '../../../snapshot/schema.ts';
import type { Environment } from '../../environment.ts';
import type { RepositoryCheckout } from './checkout-of.ts';
import { readToolFiles, readWrittenPaths } from './tool-files.ts';
import { readChanges } from './year-of-changes.ts';

/**
 * What sections can be proposed from without asking GitHub and without the earlier reports: the facts,
 * and what a checkout has besides. A year of changes gives the same sections from week to week.
 */
export async function projectOf(
  snapshot: Snapshot,
  checkout: RepositoryCheckout | null,
  environment: Environment,
): Promise<Project> {
  const known = factsOfProject(snapshot);
  if (checkout === null) return known;
  // What can't be read is missing, as in any other project.
  const log: string[] = [];
  const tools = checkout.root === null ? {} : readToolFiles(checkout.root, log);
  const { root: _root, ...clone } = checkout;
  const year = await readChanges(clone, environment, log);
  // A shallow clone has less than the facts.
  if (year.length <= known.changes.length) return { ...known, ...tools };
  const { span: _span, ...facts } = known;
  const history = factsOfHistory(
    year,
    checkout.root === null ? undefined : readWrittenPaths(checkout.root),
  );
  const hasLabels = snapshot.collected.knows.includes('labels');
  return { ...facts, ...tools, ...history, tried: hasLabels ? known.tried : history.tried };
}
