import { labelFolders } from '../label-folders.ts';
import type { Project, YearOfChanges } from '../project.ts';
import { createSection, type Proposal, proposalFromFile } from '../proposal.ts';
import { type AutolabelerRule, readAutolabeler } from '../settings/autolabeler-rules.ts';
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
  const labelled = categories.filter(({ labels }) => labels.length > 0);
  const sections = labelled.map(({ title, labels }) => {
    const rules = autolabeler.filter(({ label }) => labels.includes(label));
    const paths = unique(rules.flatMap((rule) => rule.paths));
    const unsupported = unique(rules.flatMap((rule) => rule.unsupported));
    return createSection(title, {
      labels,
      titles: unique(rules.flatMap((rule) => rule.titles)),
      paths: paths.length > 0 ? paths : labelFolders(labels, changes),
      why: [
        `${path} lists ${labels.join(', ')} under this heading.`,
        ...(unsupported.length > 0
          ? [
              `Autolabeler conditions have no equivalent and were left out: ${unsupported.join(', ')}.`,
            ]
          : []),
      ],
    });
  });
  const catchAll = categories.find(({ labels }) => labels.length === 0);
  if (!catchAll) return proposalFromFile(path, sections, { exclude });
  const last = createSection(catchAll.title, {
    why: [`${path} lists everything else under this heading.`],
  });
  return proposalFromFile(path, [...sections, last], { exclude, fallback: last.title });
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
