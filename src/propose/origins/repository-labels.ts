import { headingOf } from '../heading.ts';
import { labelFolders } from '../label-folders.ts';
import { groupOf } from '../label-name.ts';
import { isPlainName } from '../plain-name.ts';
import type { Project } from '../project.ts';
import { createProposal, createSection, type Proposal } from '../proposal.ts';

/** Groups of labels for the part of the project that something is about. */
const areaGroups = [
  'area',
  'component',
  'comp',
  'a',
  'module',
  'mod',
  'package',
  'pkg',
  'subsystem',
];
/** Groups of labels for kinds of work. */
const kindGroups = ['kind', 'type', 't', 'category'];

/** The repository's labels, when a group of them can be its sections. */
export function fromRepositoryLabels({
  repository,
  labels,
  changes,
  spellings,
}: Project): Proposal | null {
  const group = dividingLabels(labels);
  if (!group) return null;
  const sections = group.map((label) =>
    createSection(headingOf(label, spellings), {
      labels: [label],
      paths: labelFolders([label], changes),
      why: [`From the label ${label} on GitHub.`],
    }),
  );
  return createProposal(`from the labels of ${repository ?? 'the repository'}`, sections);
}

/** The `area/*` labels of the project, under any name, else its `kind/*`. */
function dividingLabels(labels: readonly string[]): string[] | null {
  for (const group of [...areaGroups, ...kindGroups]) {
    const members = labels.filter((label) => isPlainName(label) && groupOf(label) === group);
    if (members.length > 1) return members;
  }
  return null;
}
