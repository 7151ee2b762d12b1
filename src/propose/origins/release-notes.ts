import { conventionalTitle } from '../conventional-title.ts';
import { kindCalled } from '../kinds.ts';
import { labelFolders } from '../label-folders.ts';
import type { Project, YearOfChanges } from '../project.ts';
import {
  createSection,
  type Proposal,
  proposalFromFile,
  type ProposedSection,
} from '../proposal.ts';
import { type AutolabelerRule, readAutolabeler } from '../settings/autolabeler-rules.ts';
import type { CategoryRules } from '../settings/category-rules.ts';
import {
  readDrafterSettings,
  readReleaseSettings,
  type ReleaseNoteSettings,
} from '../settings/release-note-settings.ts';

export function fromRelease({ release, ...project }: Project): Proposal | null {
  return release && fromNotes(readReleaseSettings(release), project);
}

export function fromReleaseDrafter({ drafter, ...project }: Project): Proposal | null {
  return drafter && fromNotes(readDrafterSettings(drafter), project, readAutolabeler(drafter));
}

/** The headings of the release notes, of any kind. */
function fromNotes(
  { path, categories, exclude }: ReleaseNoteSettings,
  { changes, tried }: Pick<Project, 'changes' | 'tried'>,
  autolabeler: readonly AutolabelerRule[] = [],
): Proposal {
  // In the release notes, the heading of everything else has the place that it is listed at, too.
  const isLabelled = tried.some(({ labels }) => labels.length > 0);
  const catchAll = categories.find(({ rules }) => rules === null);
  const sections = categories.flatMap((category) => {
    const { title, rules } = category;
    if (rules) {
      const section = sectionOf(title, rules, path, changes, autolabeler);
      return [isLabelled || tried.length === 0 ? section : titledAsKind(section)];
    }
    const why = [`${path} lists everything else under this heading.`];
    return category === catchAll ? [createSection(title, { why })] : [];
  });
  return proposalFromFile(path, sections, { exclude, fallback: catchAll?.title ?? null });
}

function sectionOf(
  title: string,
  { labels, titles, paths, unsupported }: CategoryRules,
  path: string,
  changes: YearOfChanges,
  autolabeler: readonly AutolabelerRule[],
): ProposedSection {
  const rules = autolabeler.filter(({ label }) => labels.includes(label));
  const globs = unique([...paths, ...rules.flatMap((rule) => rule.paths)]);
  const listed = labels.length > 0 ? `${labels.join(', ')} ` : '';
  const leftOut = (what: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [`${what} have no equivalent and were left out: ${unique(names).join(', ')}.`];
  return createSection(title, {
    labels: unique(labels),
    titles: unique([...titles, ...rules.flatMap((rule) => rule.titles)]),
    paths: globs.length > 0 ? globs : labelFolders(labels, changes),
    why: [
      `${path} lists ${listed}under this heading.`,
      ...leftOut('Conditions', unsupported),
      ...leftOut(
        'Autolabeler conditions',
        rules.flatMap((rule) => rule.unsupported),
      ),
    ],
  });
}

/** Where no labels are known, a section for a kind of work also claims what is titled so. */
function titledAsKind(section: ProposedSection): ProposedSection {
  const kind = kindCalled(section.title);
  if (section.titles.length > 0 || kind === undefined) return section;
  const why = [...section.why, 'The labels of the changes are unknown; titles can say the same.'];
  return { ...section, titles: [conventionalTitle(kind), ...kind.words], why };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
