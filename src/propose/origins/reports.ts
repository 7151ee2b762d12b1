import { compileSections } from '../../categorise/section-claims.ts';
import { parseConfig } from '../../config/config.ts';
import { configSections } from '../config-sections.ts';
import { learn } from '../learn/learn.ts';
import type { Project } from '../project.ts';
import { createProposal, otherSection, type Proposal, type ProposedSection } from '../proposal.ts';
import { type CitedPull, citedPulls, mergedSections } from '../reports/cited-pulls.ts';
import { chooseExamples, headingsInOrder } from '../learn/examples.ts';

/** The share of the reports that must have sections with what was merged. */
const LEAST_REPORTS = 1 / 3;

const SOURCE = 'from the earlier reports';

/** The sections of the earlier reports, with the rules that best explain what they cite in which. */
export function fromReports(project: Project): Proposal | null {
  if (project.reports.length === 0) return null;
  const cited = citedPulls(project);
  const examples = chooseExamples(cited, project.reports.length);
  const headings = headingsInOrder(examples);
  const isRare =
    new Set(examples.map(({ report }) => report)).size < project.reports.length * LEAST_REPORTS;
  if (headings.length < 2 || isRare) {
    return createProposal(SOURCE, [], { whenTooFew: whyUnused(project, cited, isRare) });
  }
  return fromExamples(examples, headings, SOURCE);
}

/** The rules that best explain which pull requests were listed under which heading. */
export function fromExamples(
  examples: readonly CitedPull[],
  headings: readonly string[],
  source: string,
): Proposal {
  const learned = learn(examples, headings);
  // What no rule matches goes to a section of the reports only if that explains more of them.
  const [{ sections, fallback }, right] = [withOther(learned.sections), learned]
    .map((rules) => [rules, countRight(rules, examples)] as const)
    .reduce((a, b) => (sumOf(b[1]) > sumOf(a[1]) ? b : a));
  const explained = sections.map((section) =>
    headings.includes(section.title)
      ? { ...section, why: [whyOf(section, examples, right.get(section.title) ?? 0)] }
      : section,
  );
  const note = `These rules sort ${sumOf(right)} of ${examples.length} cited pull requests as the reports did.`;
  return createProposal(source, explained, { notes: [note], fallback, isComplete: true });
}

interface FallbackSections {
  sections: ProposedSection[];
  fallback: string;
}

/** The sections and one for everything else as the fallback, unless they have one of that name. */
function withOther(sections: readonly ProposedSection[]): FallbackSections {
  const other = otherSection();
  const own = sections.find(({ title }) => title.toLowerCase() === other.title.toLowerCase());
  return own
    ? { sections: [...sections], fallback: own.title }
    : { sections: [...sections, other], fallback: other.title };
}

/** How many pull requests of each section the categoriser would sort into it. */
function countRight(
  { sections, fallback }: FallbackSections,
  examples: readonly CitedPull[],
): Map<string, number> {
  const { config } = parseConfig(configSections(sections, fallback));
  if (!config) throw new Error('the proposed sections are not a valid config');
  const claimsOf = compileSections(config.sections);
  const titles = new Map(config.sections.map(({ id, title }) => [id, title]));
  const right = new Map<string, number>();
  for (const { pull, heading } of examples) {
    const [first] = claimsOf({ ...pull, author: { login: null } }, []);
    if (titles.get(first?.section ?? config.fallback) === heading)
      right.set(heading, (right.get(heading) ?? 0) + 1);
  }
  return right;
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function whyOf(
  { title, titles, paths }: ProposedSection,
  examples: readonly CitedPull[],
  right: number,
): string {
  const cited = examples.filter(({ heading }) => heading === title).length;
  const share = `The reports cite ${cited} under this heading; these rules sort ${right} of them here.`;
  return titles.length + paths.length > 0
    ? share
    : `${share} Neither titles nor paths distinguish them from the others.`;
}

function whyUnused(
  { repository, reports }: Project,
  cited: readonly CitedPull[],
  isRare: boolean,
): string[] {
  const sections = mergedSections(reports);
  const why =
    repository === null
      ? 'without a remote, their repository is unknown'
      : cited.length === 0
        ? "they cite no pull request of this clone's history in a section"
        : isRare
          ? 'most of them have no sections of merged pull requests'
          : 'they have fewer than two sections of merged pull requests';
  return [
    `The earlier reports were not used: ${why}.`,
    ...(sections.length > 0 ? [`Their sections: ${sections.join(', ')}.`] : []),
  ];
}
