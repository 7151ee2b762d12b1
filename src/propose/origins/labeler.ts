import { accompaniesOtherWork, headingOf } from '../heading.ts';
import type { Project } from '../project.ts';
import { createSection, type Proposal, proposalFromFile } from '../proposal.ts';
import { readLabeler } from '../settings/labeler-rules.ts';
import {
  readDrafterSettings,
  readReleaseSettings,
  type ReleaseNoteSettings,
} from '../settings/release-note-settings.ts';

/** The labels that the labeler adds, under the headings that the release notes have for them. */
export function fromLabeler({ labeler, release, drafter, spellings }: Project): Proposal | null {
  if (!labeler) return null;
  const notes = [
    ...(release ? [readReleaseSettings(release)] : []),
    ...(drafter ? [readDrafterSettings(drafter)] : []),
  ];
  const sections = readLabeler(labeler).map(({ label, paths, negated, ...rule }) => {
    // It may label a feature for its test, too; of a report, a feature has one section.
    const share = accompaniesOtherWork(label) ? 1 : rule.share;
    const listed = categoryOf(label, notes);
    const added = `${labeler.path} adds the label ${label}`;
    return createSection(listed?.title ?? headingOf(label, spellings), {
      labels: [label],
      paths,
      ...(share && { share }),
      why: [
        listed ? `${added}; ${listed.path} lists it under this heading.` : `${added}.`,
        ...(negated.length > 0
          ? [`Negated globs have no equivalent and were left out: ${negated.join(', ')}.`]
          : []),
      ],
    });
  });
  const exclude = notes[0]?.exclude;
  return proposalFromFile(labeler.path, sections, exclude && { exclude });
}

/** The heading that release notes have for a label, and the file it comes from. */
function categoryOf(
  label: string,
  notes: readonly ReleaseNoteSettings[],
): { title: string; path: string } | null {
  const name = label.toLowerCase();
  for (const { path, categories } of notes) {
    const found = categories.find(({ rules }) =>
      rules?.labels.some((other) => other.toLowerCase() === name),
    );
    if (found) return { title: found.title, path };
  }
  return null;
}
