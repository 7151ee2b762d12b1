import { isGeneratedPath } from '../generated-path.ts';
import { folderGlob } from '../glob.ts';
import { headingOf } from '../heading.ts';
import type { Project, YearOfChanges } from '../project.ts';
import { createProposal, createSection, type Proposal } from '../proposal.ts';

const MOST = 10;
/** The share of all changes below which a folder is not a section. */
const LEAST_SHARE = 0.03;
/** The share of all changes above which a folder is too large for a section. */
const TOO_LARGE = 0.5;

export function fromFolders({ changes, span = 'the last year' }: Project): Proposal {
  const sections = busyFolders(changes).map((folder) =>
    createSection(headingOf(folder.split('/').at(-1) ?? folder), { paths: [folderGlob(folder)] }),
  );
  return createProposal(`from the folders that changed most in ${span}`, sections);
}

/**
 * The folders that most changes touched, the busiest first: those at the top, except that a folder
 * with nearly everything in it (`src/`, `packages/`) is replaced by those inside it.
 */
function busyFolders(changes: YearOfChanges): string[] {
  const least = Math.max(2, changes.length * LEAST_SHARE);
  const busy = (depth: number, inside = '') =>
    [...countFolders(changes, depth)].filter(
      ([folder, count]) => count >= least && folder.startsWith(inside),
    );
  const found = busy(1).flatMap(([folder, count]) => {
    const inner = count > changes.length * TOO_LARGE ? busy(2, `${folder}/`) : [];
    return inner.length > 1 ? inner : [[folder, count] as const];
  });
  return found
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([folder]) => folder);
}

function countFolders(changes: YearOfChanges, depth: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paths of changes) {
    const folders = new Set(paths.flatMap((path) => folderAt(path, depth) ?? []));
    for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

function folderAt(path: string, depth: number): string | null {
  const parts = path.split('/');
  if (parts.length <= depth || isGeneratedPath(path)) return null;
  return parts.slice(0, depth).join('/');
}
