import { completeProposal } from './complete-proposal.ts';
import { fromCodeOwners } from './origins/code-owners.ts';
import { fromFolders } from './origins/folders.ts';
import { kindsOfWork } from './origins/kinds-of-work.ts';
import { fromLabeler } from './origins/labeler.ts';
import { fromRelease, fromReleaseDrafter } from './origins/release-notes.ts';
import { fromReports } from './origins/reports.ts';
import { fromRepositoryLabels } from './origins/repository-labels.ts';
import type { Project, YearOfChanges } from './project.ts';
import type { Origin, Proposal, ProposedConfig } from './proposal.ts';
import { recurringParts } from './reports/recurring-parts.ts';
import { supportedOnly } from './supported-only.ts';

/** The most trusted first: what an editor did, then what the project declares, then what happened. */
const origins: readonly Origin[] = [
  fromReports,
  fromLabeler,
  fromRelease,
  fromReleaseDrafter,
  fromCodeOwners,
  fromRepositoryLabels,
  fromFolders,
];

/** Fewer sections are no use. */
const LEAST = 2;

/** The sections that a config could have: from the first origin that finds at least two. */
export function propose(project: Project): ProposedConfig {
  const recurring = recurringParts(project.reports);
  const unused: string[] = [];
  for (const origin of origins) {
    const found = origin(project);
    const proposal = found && usable(supportedOnly(found), project.changes);
    if (proposal) return { ...proposal, notes: [...unused, ...proposal.notes], recurring };
    unused.push(...(found?.whenTooFew ?? []));
  }
  const proposal = kindsOfWork();
  return { ...proposal, notes: [...unused, ...proposal.notes], recurring };
}

/** The proposal with all that a config needs; null when its sections are too few. */
function usable(found: Proposal, changes: YearOfChanges): Proposal | null {
  if (found.isComplete) return found;
  // A folder or a label of invisible characters gives no heading.
  const sections = found.sections.filter(({ title }) => title !== '');
  const dividing = sections.filter(({ title }) => title !== found.fallback);
  return dividing.length < LEAST ? null : completeProposal({ ...found, sections }, changes);
}
