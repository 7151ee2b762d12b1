import { folderGlob } from '../glob.ts';
import type { Changes } from '../known.ts';
import { headingOf } from '../names.ts';
import { type ProposedSection, section } from '../proposal.ts';

/** What others wrote, which comes along with a change of one's own. */
const vendored = new Set(['vendor', 'node_modules', 'third_party']);
const MOST = 10;
/** Of all changes: what changes less is no section. */
const LEAST_SHARE = 0.03;
/** What takes part in more than half of all changes divides nothing. */
const TOO_LARGE = 0.5;

/**
 * The folders by how many changes touched them, the most first: those at the top, but in place of
 * one that is nearly everything (`src/`, `packages/`) those inside it.
 */
function busyFolders(changes: Changes): { folder: string; changes: number }[] {
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
    .map(([folder, count]) => ({ folder, changes: count }))
    .sort((a, b) => b.changes - a.changes || (a.folder < b.folder ? -1 : 1))
    .slice(0, MOST);
}

export function folderSections(changes: Changes): ProposedSection[] {
  return busyFolders(changes).map(({ folder }) =>
    section(headingOf(folder.split('/').at(-1) ?? folder), { paths: [folderGlob(folder)] }),
  );
}

function countFolders(changes: Changes, depth: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paths of changes) {
    const folders = new Set(paths.flatMap((path) => folderAt(path, depth) ?? []));
    for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

function folderAt(path: string, depth: number): string | null {
  const parts = path.split('/');
  if (parts.length <= depth || vendored.has(parts[0] ?? '')) return null;
  return parts.slice(0, depth).join('/');
}
