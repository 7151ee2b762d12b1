import { citedPulls, mergedHeadings } from './origins/cited-pulls.ts';
import { finished } from './finish.ts';
import { folderSections } from './origins/folders.ts';
import {
  fromDrafter,
  fromLabeler,
  fromRelease,
  fromRepositoryLabels,
} from './origins/from-labels.ts';
import { fromReports } from './origins/from-reports.ts';
import type { Known } from './known.ts';
import { kindsOfWork } from './origins/kinds.ts';
import { ownedFolders } from './origins/owners.ts';
import { type Proposal, proposal } from './proposal.ts';
import { standingIn } from './origins/standing.ts';

/** Less divides nothing. */
const LEAST = 2;

/** After what the editor did, what the project says of itself, the most deliberate first. */
const files: ((known: Known) => Proposal | null)[] = [
  fromLabeler,
  fromRelease,
  fromDrafter,
  ({ owners, changes }) => owners && proposal(`from ${owners.path}`, ownedFolders(owners, changes)),
];
const others: typeof files = [
  fromRepositoryLabels,
  ({ changes }) =>
    proposal('from the folders that changed most in the last year', folderSections(changes)),
];

/** The sections that a config could have: from the first of its origins that knows at least two. */
export function propose(known: Known): Proposal {
  const standing = standingIn(known);
  const learned = fromReports(known);
  if (learned) return { ...learned, standing };
  const notes = whyNotFromReports(known);
  for (const way of [...files, ...others]) {
    const found = way(known);
    // A folder or a label of nothing visible makes no heading.
    const sections = found?.sections.filter(({ title }) => title !== '') ?? [];
    const divides = sections.filter(({ title }) => title !== found?.fallback);
    if (found && divides.length >= LEAST) {
      const whole = finished({ ...found, sections }, known.changes);
      return { ...whole, notes: [...notes, ...whole.notes], standing };
    }
    if (found && files.includes(way)) {
      notes.push(`No sections are ${found.source}: it tells of no two.`);
    }
  }
  const kinds = kindsOfWork();
  return { ...kinds, notes: [...notes, ...kinds.notes], standing };
}

/** Of reports that were read, but taught no rules. */
function whyNotFromReports(known: Known): string[] {
  if (known.reports.length === 0) return [];
  const headings = mergedHeadings(known);
  const why =
    known.repository === null
      ? 'without an origin nobody knows whose they are'
      : citedPulls(known).length === 0
        ? "no pull request they cite under a section's heading is in this clone's history"
        : 'they have no two sections of merged pull requests';
  return [
    `No rules come from the earlier reports: ${why}.`,
    ...(headings.length > 0 ? [`Their sections are: ${headings.join(', ')}.`] : []),
  ];
}
