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

export function fromRelease({ release, changes }: Project): Proposal | null {
  return release && fromNotes(readReleaseSettings(release), changes);
}

export function fromReleaseDrafter({ drafter, changes }: Project): Proposal | null {
  return drafter && fromNotes(readDrafterSettings(drafter), changes, readAutolabeler(drafter));
}

/** The headings of the release notes, of any kind. */
function fromNotes(
  { path, categories, exclude }: ReleaseNoteSettings,
  changes: YearOfChanges,
  autolabeler: readonly AutolabelerRule[] = [],
): Proposal {
  const sections = categories.flatMap(({ title, rules }) =>
    rules ? [sectionOf(title, rules, path, changes, autolabeler)] : [],
  );
  const catchAll = categories.find(({ rules }) => rules === null);
  if (!catchAll) return proposalFromFile(path, sections, { exclude });
  const last = createSection(catchAll.title, {
    why: [`${path} lists everything else under this heading.`],
  });
  return proposalFromFile(path, [...sections, last], { exclude, fallback: last.title });
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

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
