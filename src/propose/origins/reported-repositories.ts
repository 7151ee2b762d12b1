import { many } from '../../markdown/many.ts';
import { groupedBy } from '../grouped-by.ts';
import { headingOf } from '../heading.ts';
import { headingsInOrder } from '../learn/examples.ts';
import type { Project } from '../project.ts';
import {
  createProposal,
  createSection,
  nothingShown,
  type Proposal,
  type ProposedSection,
} from '../proposal.ts';
import { newestReport } from '../reports/newest-report.ts';
import { type ReportedPull, reportedPulls } from '../reports/reported-pulls.ts';
import { kindsOfWork } from './kinds-of-work.ts';

/** The share of the cited pull requests that must be of other repositories. */
const ELSEWHERE = 2 / 3;
/** With fewer, it is chance what is cited. */
const ENOUGH_CITED = 10;
/** The share of the reports that must cite a repository, for it to be one that they are about. */
const LEAST_REPORTS = 1 / 3;
/** The share of what is cited of a repository that must be below one heading, for it to be that of the repository. */
const MAIN_HEADING = 0.5;
const MOST_SECTIONS = 8;

/**
 * For a repository of reports about others: these, and a section for each heading that is for some of them.
 * Null where the reports are about their own repository, or about none.
 */
export function fromReportedRepositories(project: Project): Proposal | null {
  const cited = reportedPulls(project);
  // A clone may not know its own name, which its reports cite most.
  const own = (
    project.repository ?? bySize(cited, ({ repository }) => repository)[0]?.[0]
  )?.toLowerCase();
  const elsewhere = cited.filter(({ repository }) => repository.toLowerCase() !== own);
  if (cited.length < ENOUGH_CITED || elsewhere.length < cited.length * ELSEWHERE) return null;
  const repositories = repositoriesIn(elsewhere, project.reports.length);
  if (repositories.length === 0) return null;
  const reported = elsewhere.filter(({ repository }) => repositories.includes(repository));
  const { sections, fallback, notes } = sectionsOf(reported, repositories);
  const about = `They are mostly about other repositories: ${repositories.join(', ')}.`;
  if (sections.length > 1)
    return createProposal('from the earlier reports', sections, {
      ...{ repositories, preview: newestReport(project) },
      notes: [about, ...notes],
      fallback,
      isComplete: true,
    });
  // A report has nothing that kinds of work go by.
  return {
    ...kindsOfWork(),
    ...{ repositories, preview: nothingShown },
    notes: ['Nothing in the earlier reports suggests sections.', about],
    isComplete: true,
  };
}

/** Those that a third of the reports cite, the most cited first. */
function repositoriesIn(cited: readonly ReportedPull[], reports: number): string[] {
  const least = reports < 3 ? 1 : Math.max(2, reports * LEAST_REPORTS);
  return bySize(cited, ({ repository }) => repository)
    .filter(([, pulls]) => new Set(pulls.map(({ report }) => report)).size >= least)
    .map(([repository]) => repository);
}

function sectionsOf(
  cited: readonly ReportedPull[],
  repositories: readonly string[],
): { sections: ProposedSection[]; fallback: string | null; notes: string[] } {
  const listed = cited.flatMap((one) =>
    one.heading === null ? [] : [{ ...one, heading: one.heading }],
  );
  const divided = repositories.flatMap((repository) => {
    const pulls = listed.filter((one) => one.repository === repository);
    const headings = bySize(pulls, (one) => one.heading);
    const own = headings[0]?.[1].length ?? 0;
    const recurring = headings.filter(([, some]) => isRecurring(some, listed));
    return own < pulls.length * MAIN_HEADING
      ? [{ repository, headings: recurring.map(([heading]) => heading) }]
      : [];
  });
  // What headings divide a repository into, no rule about repositories can; its name stands for them.
  const named = listed.map((one) => {
    const isDivided = divided.some(({ repository }) => repository === one.repository);
    return isDivided ? { ...one, heading: nameOf(one.repository) } : one;
  });
  const sizes = bySize(named, (one) => one.heading);
  const mains = new Map(
    repositories.flatMap((repository): [string, string][] => {
      const pulls = named.filter((one) => one.repository === repository);
      const [[heading] = []] = bySize(pulls, (one) => one.heading);
      return heading === undefined ? [] : [[repository, heading]];
    }),
  );
  const main = new Set(mains.values());
  const chosen = sizes.map(([heading]) => heading).filter((heading) => main.has(heading));
  const kept = new Set(chosen.slice(0, MOST_SECTIONS));
  const sections = headingsInOrder(named)
    .filter((heading) => kept.has(heading))
    .map((heading) => {
      const own = repositories.filter((repository) => mains.get(repository) === heading);
      const pulls = listed.filter(({ repository }) => own.includes(repository));
      const why = `The reports cite ${many(pulls.length, 'pull request')} of ${own.join(', ')}.`;
      return createSection(heading, { repositories: own, why: [why] });
    });
  const notes = divided.map(
    ({ repository, headings }) =>
      `They divide ${repository} into ${headings.join(', ')}, which no rule about repositories can.`,
  );
  return { sections, fallback: chosen[0] ?? null, notes };
}

/** `rust-lang/cargo` → `Cargo` */
function nameOf(repository: string): string {
  return headingOf(repository.slice(repository.indexOf('/') + 1));
}

/** Whether a third of the reports have something below a heading. */
function isRecurring(pulls: readonly ReportedPull[], all: readonly ReportedPull[]): boolean {
  const count = (list: readonly ReportedPull[]) => new Set(list.map(({ report }) => report)).size;
  return count(pulls) >= count(all) * LEAST_REPORTS;
}

/** Groups by a name, the largest first. */
function bySize<T>(list: readonly T[], groupOf: (one: T) => string): [string, readonly T[]][] {
  return [...groupedBy(list, groupOf)].toSorted(([, a], [, b]) => b.length - a.length);
}
