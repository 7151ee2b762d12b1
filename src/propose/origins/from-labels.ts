import { type GivenLabel, readAutolabeler } from './autolabeler.ts';
import { readDrafter, readRelease, type ReleaseNotes } from './categories.ts';
import { folderGlob } from '../glob.ts';
import type { Known } from '../known.ts';
import { dividingLabels } from './label-groups.ts';
import { readLabeler } from './labeler.ts';
import { headingOf, withoutGroup } from '../names.ts';
import { type Proposal, proposal, type ProposedSection, section } from '../proposal.ts';

/** The labels that the labeler gives, below the headings that the release notes have for them. */
export function fromLabeler({ labeler, release, drafter }: Known): Proposal | null {
  if (!labeler) return null;
  const notes = [
    ...(release ? [readRelease(release)] : []),
    ...(drafter ? [readDrafter(drafter)] : []),
  ];
  const sections = readLabeler(labeler).map(({ label, paths, share, away }) => {
    const title = titleIn(notes, label);
    const origin = `${labeler.path} labels it ${label}`;
    return section(title?.title ?? headingOf(label), {
      labels: [label],
      paths,
      ...(share && { share }),
      why: [
        title ? `${origin}, which ${title.path} has under this heading.` : `${origin}.`,
        ...(away.length > 0 ? [`It takes ${away.join(', ')} away, which has no like here.`] : []),
      ],
    });
  });
  const exclude = notes[0]?.exclude;
  return proposal(`from ${labeler.path}`, sections, exclude && { exclude });
}

export function fromRelease({ release, changes }: Known): Proposal | null {
  return release && fromNotes(readRelease(release), changes);
}

export function fromDrafter({ drafter, changes }: Known): Proposal | null {
  return drafter && fromNotes(readDrafter(drafter), changes, readAutolabeler(drafter));
}

/** The headings of the release notes, whatever they divide by. */
function fromNotes(
  { path, categories, exclude }: ReleaseNotes,
  changes: Changes,
  given: readonly GivenLabel[] = [],
): Proposal {
  const labelled = categories.filter(({ labels }) => labels.length > 0);
  const rest = categories.find(({ labels }) => labels.length === 0);
  const sections = labelled.map(({ title, labels }) => {
    const rules = given.filter(({ label }) => labels.includes(label));
    const paths = rules.flatMap((rule) => rule.paths);
    const left = [...new Set(rules.flatMap((rule) => rule.left))];
    return section(title, {
      labels,
      titles: [...new Set(rules.flatMap((rule) => rule.titles))],
      paths: paths.length > 0 ? [...new Set(paths)] : foldersNamed(labels, changes),
      why: [
        `${path} has it for ${labels.join(', ')}.`,
        ...(left.length > 0
          ? [`It also gives these labels by ${left.join(', ')}, which has no like here.`]
          : []),
      ],
    });
  });
  const last = rest && section(rest.title, { why: [`${path} has it for everything else.`] });
  return proposal(`from ${path}`, [...sections, ...(last ? [last] : [])], {
    exclude,
    fallback: last?.title ?? null,
  });
}

/** The repository's labels, when some of them divide it. */
export function fromRepositoryLabels({ repository, labels, changes }: Known): Proposal | null {
  const dividing = dividingLabels(labels);
  if (!dividing) return null;
  const sections = dividing.labels.map((label) =>
    section(headingOf(label), {
      labels: [label],
      paths: foldersNamed([label], changes),
      why: [`The label ${label} on GitHub.`],
    }),
  );
  return proposal(`from the labels of ${repository ?? 'the repository'}`, sections);
}

function titleIn(
  notes: readonly ReleaseNotes[],
  label: string,
): { title: string; path: string } | null {
  const name = label.toLowerCase();
  for (const { path, categories } of notes) {
    const found = categories.find(({ labels }) =>
      labels.some((other) => other.toLowerCase() === name),
    );
    if (found) return { title: found.title, path };
  }
  return null;
}

type Changes = Known['changes'];

/** Labels are not known to a local clone, so a folder of the label's name helps. */
function foldersNamed(labels: readonly string[], changes: Changes): ProposedSection['paths'] {
  const names = new Set(labels.map((label) => withoutGroup(label).toLowerCase()));
  const folders = new Set(
    changes.flatMap((paths) =>
      paths.flatMap((path) => (path.includes('/') ? (path.split('/')[0] ?? []) : [])),
    ),
  );
  return [...folders]
    .filter((folder) => names.has(folder.toLowerCase()))
    .sort()
    .map(folderGlob);
}
