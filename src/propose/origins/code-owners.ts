import { folderGlob } from '../glob.ts';
import { folderHeading, projectNames } from '../heading.ts';
import type { Project, YearOfChanges } from '../project.ts';
import { createSection, type Proposal, proposalFromFile } from '../proposal.ts';

interface OwnedFolder {
  folder: string;
  /** Whether the pattern matches folders of that name at any depth. */
  anywhere: boolean;
  owners: string[];
}

/** A section for each folder that has owners in `CODEOWNERS`, except for folders inside another one. */
export function fromCodeOwners({
  repository,
  codeOwners,
  changes,
  spellings,
}: Project): Proposal | null {
  if (!codeOwners) return null;
  const { path, text } = codeOwners;
  const project = projectNames(repository);
  const sections = outermostFolders(text, changes).map(({ folder, anywhere, owners }) =>
    createSection(folderHeading(folder, { project, spellings }), {
      paths: [`${anywhere ? '**/' : ''}${folderGlob(folder)}`],
      why: [`${path} assigns ${folder}/ to ${owners.join(', ')}.`],
    }),
  );
  return proposalFromFile(path, sections);
}

function outermostFolders(text: string, changes: YearOfChanges): OwnedFolder[] {
  const changed = new Set(changes.flat().flatMap(foldersAround));
  const owned = new Map<string, OwnedFolder>();
  for (const line of text.split(/\r?\n/)) {
    const found = readLine(line, changed);
    // The last of several lines for a folder counts.
    if (found) owned.set(found.folder, found);
  }
  return [...owned.values()].filter(
    ({ folder }) => !foldersAround(folder).some((outer) => owned.has(outer)),
  );
}

/** `a/b/c` → `a`, `a/b` */
function foldersAround(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}

/** A pattern that could name a file names a folder when something in it changed. */
function readLine(line: string, changed: ReadonlySet<string>): OwnedFolder | null {
  const [pattern = '', ...owners] = line
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .split(/(?<!\\)\s+/);
  const folder = pattern
    .replaceAll('\\ ', ' ')
    .replace(/^\//, '')
    .replace(/\/(?:\*\*?)?$/, '');
  if (owners.length === 0 || folder === '' || /[*?[\]!\\]/.test(folder)) return null;
  const isFolder = /\/(?:\*\*?)?$/.test(pattern) || changed.has(folder);
  // As in .gitignore: a slash before the end ties a pattern to the root.
  return isFolder ? { folder, anywhere: !/\/./.test(pattern), owners } : null;
}
