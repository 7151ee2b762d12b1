import { touching } from './claims-order.ts';
import { bestCandidate } from './measure/best-candidate.ts';
import { claimsTooFew } from './measure/spread.ts';
import { fromChangeGroups } from './origins/change-groups.ts';
import { fromCodeOwners } from './origins/code-owners.ts';
import { fromFolders } from './origins/folders.ts';
import { kindsOfWork } from './origins/kinds-of-work.ts';
import { fromLabeler } from './origins/labeler.ts';
import { fromRelease, fromReleaseDrafter } from './origins/release-notes.ts';
import { fromReportedRepositories } from './origins/reported-repositories.ts';
import { fromReports } from './origins/reports.ts';
import { fromRepositoryLabels } from './origins/repository-labels.ts';
import { fromTitles, fromWordsOfTitles } from './origins/titles.ts';
import { withIssueLabels } from './issue-labels.ts';
import type { Project } from './project.ts';
import { nothingShown, type Origin, type Proposal, type ProposedConfig } from './proposal.ts';
import { recurringParts } from './reports/recurring-parts.ts';
import { supportedOnly } from './supported-only.ts';

/** What the project declares, the most trusted first. A convention that most titles follow is declared by them. */
function declaredOrigins({ groups }: Project): Origin[] {
  return [
    fromLabeler,
    fromRelease,
    fromReleaseDrafter,
    ...groups.map((one) => () => fromChangeGroups(one)),
    fromTitles,
  ];
}

/** What happened in it, and who looks after what; the most trusted first. */
const observedOrigins: readonly Origin[] = [
  fromCodeOwners,
  fromRepositoryLabels,
  fromFolders,
  fromWordsOfTitles,
];

/**
 * The sections that a config could have. What an editor did is trusted most: the sections of the
 * earlier reports, unless these only have sections that a first draft got from elsewhere.
 */
export function propose(project: Project): ProposedConfig {
  const recurring = recurringParts(project.reports);
  const reported = fromReports(project);
  const elsewhere = reported?.isComplete ? null : fromReportedRepositories(project);
  if (elsewhere) return { ...elsewhere, recurring };
  // How a repository of texts is divided says nothing about the work that these report on.
  if (project.textsIn !== undefined && !reported?.isComplete)
    return {
      ...kindsOfWork(),
      ...{ preview: nothingShown, notes: [aboutTexts(project.textsIn)], recurring },
    };
  const best = bestCandidate(declaredOrigins(project), observedOrigins, project);
  const dividing = best.candidate && !claimsTooFew(best.candidate.spread) ? best.candidate : null;
  const chosen = withCounts(dividing?.proposal ?? kindsOfWork(), project);
  const otherwise = supportedOnly(withIssueLabels(chosen, project));
  if (reported?.isComplete) {
    const proposal = supportedOnly(reported);
    if (!isDraftedFrom(otherwise, proposal, project)) return { ...proposal, recurring };
  }
  const unused = reported?.whenTooFew ?? [];
  return { ...otherwise, notes: [...unused, ...best.unused, ...otherwise.notes], recurring };
}

function aboutTexts(folder: string): string {
  return `Most changes here are to the texts in ${folder}/. Name the repositories that your reports are about under repositories.`;
}

/** Says of each section with paths how many changes touched them. */
function withCounts(
  proposal: Proposal,
  { changes, span = 'the last year' }: Pick<Project, 'changes' | 'span'>,
): Proposal {
  if (changes.length === 0) return proposal;
  const sections = proposal.sections.map((section) => {
    if (section.paths.length === 0) return section;
    const count = `${touching(section, changes).size} of ${changes.length} changes`;
    return { ...section, why: [...section.why, `${count} in ${span} touched its paths.`] };
  });
  return { ...proposal, sections };
}

/** Whether devreport drafted all reports, and their sections are among those of a proposal. */
function isDraftedFrom(proposal: Proposal, reported: Proposal, { reports }: Project): boolean {
  const titles = new Set(proposal.sections.map(({ title }) => title));
  return (
    reports.every(({ report }) => report.record !== null) &&
    reported.sections.every(({ title }) => title === reported.fallback || titles.has(title))
  );
}
