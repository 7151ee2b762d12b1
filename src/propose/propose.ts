import { finished } from './finish.ts';
import { folderSections } from './folders.ts';
import { fromDrafter, fromLabeler, fromRelease, fromRepositoryLabels } from './from-labels.ts';
import { fromReports } from './from-reports.ts';
import type { Known } from './known.ts';
import { kindsOfWork } from './kinds.ts';
import { ownedFolders } from './owners.ts';
import { type Proposal, proposal } from './proposal.ts';

/** Less divides nothing. */
const LEAST = 2;

/** After what the editor did, what the project says of itself, the most deliberate first. */
const ways: ((known: Known) => Proposal | null)[] = [
  fromLabeler,
  fromRelease,
  fromDrafter,
  ({ owners, changes }) => owners && proposal(`from ${owners.path}`, ownedFolders(owners, changes)),
  fromRepositoryLabels,
  ({ changes }) =>
    proposal('from the folders that changed most in the last year', folderSections(changes)),
];

/** The sections that a config could have: from the first of its origins that knows at least two. */
export function propose(known: Known): Proposal {
  const learned = fromReports(known);
  if (learned) return learned;
  for (const way of ways) {
    const found = way(known);
    // A folder or a label of nothing visible makes no heading.
    const sections = found?.sections.filter(({ title }) => title !== '') ?? [];
    const divides = sections.filter(({ title }) => title !== found?.fallback);
    if (found && divides.length >= LEAST) return finished({ ...found, sections }, known.changes);
  }
  return kindsOfWork();
}
