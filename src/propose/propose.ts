import { completeProposal } from './complete-proposal.ts';
import { fromCodeOwners } from './origins/code-owners.ts';
import { fromFolders } from './origins/folders.ts';
import { kindsOfWork } from './origins/kinds-of-work.ts';
import { fromLabeler } from './origins/labeler.ts';
import { fromRelease, fromReleaseDrafter } from './origins/release-notes.ts';
import { fromReports } from './origins/reports.ts';
import { fromRepositoryLabels } from './origins/repository-labels.ts';
import { fromTitles } from './origins/titles.ts';
import type { Project } from './project.ts';
import type { Origin, Proposal, ProposedConfig } from './proposal.ts';
import { recurringParts } from './reports/recurring-parts.ts';
import { claimsEnough } from './claims-enough.ts';
import { supportedOnly } from './supported-only.ts';

/** The most trusted first: what the project declares, then what happened. */
const origins: readonly Origin[] = [
  fromLabeler,
  fromRelease,
  fromReleaseDrafter,
  fromTitles,
  fromCodeOwners,
  fromRepositoryLabels,
  fromFolders,
];

/** Fewer sections are no use. */
const LEAST = 2;

/**
 * The sections that a config could have. What an editor did is trusted most: the sections of the
 * earlier reports, unless these only have sections that a first draft got from elsewhere.
 */
export function propose(project: Project): ProposedConfig {
  const recurring = recurringParts(project.reports);
  const reported = firstUsable([fromReports], project);
  const other = firstUsable(origins, project);
  const otherwise = other.proposal ?? kindsOfWork();
  if (reported.proposal && !isDraftedFrom(otherwise, reported.proposal, project))
    return { ...reported.proposal, recurring };
  const unused = reported.proposal ? [] : reported.unused;
  const notes = [...unused, ...other.unused, ...otherwise.notes];
  return { ...otherwise, notes, recurring };
}

/** The proposal of the first origin with enough sections, and why those before it have none. */
function firstUsable(
  candidates: readonly Origin[],
  project: Project,
): { proposal: Proposal | null; unused: string[] } {
  const unused: string[] = [];
  for (const origin of candidates) {
    const found = origin(project);
    const proposal = found && usable(supportedOnly(found), project);
    // An editor's sections are right, however the changes are divided.
    if (proposal && (proposal.isComplete || claimsEnough(proposal.sections, project.tried))) {
      return { proposal: { ...proposal, notes: [...unused, ...proposal.notes] }, unused: [] };
    }
    unused.push(...(proposal ? claimingTooFew(proposal) : (found?.whenTooFew ?? [])));
  }
  return { proposal: null, unused };
}

/** The proposal with all that a config needs; null when its sections are too few. */
function usable(found: Proposal, { changes }: Project): Proposal | null {
  if (found.isComplete) return found;
  // A folder or a label of invisible characters gives no heading.
  const sections = found.sections.filter(({ title }) => title !== '');
  const dividing = sections.filter(({ title }) => title !== found.fallback);
  return dividing.length < LEAST ? null : completeProposal({ ...found, sections }, changes);
}

function claimingTooFew({ source }: Proposal): string[] {
  return [`Sections ${source} were not used: they match too few of the changes.`];
}

/** Whether devreport drafted all reports, and their sections are among those of a proposal. */
function isDraftedFrom(proposal: Proposal, reported: Proposal, { reports }: Project): boolean {
  const titles = new Set(proposal.sections.map(({ title }) => title));
  return (
    reports.every(({ report }) => report.record !== null) &&
    reported.sections.every(({ title }) => title === reported.fallback || titles.has(title))
  );
}
