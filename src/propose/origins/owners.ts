import { folderGlob } from '../glob.ts';
import type { Changes, SettingsFile } from '../known.ts';
import { headingOf } from '../names.ts';
import { type ProposedSection, section } from '../proposal.ts';

interface Owned {
  folder: string;
  /** Whether the pattern means folders of that name anywhere. */
  anywhere: boolean;
  owners: string[];
}

/**
 * A section for each folder that `CODEOWNERS` gives to somebody, but for those inside another one.
 * What might be a file's name is a folder's when something in it changed.
 */
export function ownedFolders({ path, text }: SettingsFile, changes: Changes): ProposedSection[] {
  const owned = new Map<string, Owned>();
  for (const line of text.split(/\r?\n/)) {
    const found = readLine(line, changes);
    // Of several lines for the same the last one counts.
    if (found) owned.set(found.folder, found);
  }
  const outermost = [...owned.values()].filter(
    ({ folder }) => ![...owned.keys()].some((other) => folder.startsWith(`${other}/`)),
  );
  return outermost.map(({ folder, anywhere, owners }) =>
    section(headingOf(folder.split('/').at(-1) ?? folder), {
      paths: [`${anywhere ? '**/' : ''}${folderGlob(folder)}`],
      why: [`${path} gives ${folder}/ to ${owners.join(', ')}.`],
    }),
  );
}

function readLine(line: string, changes: Changes): Owned | null {
  const [pattern = '', ...owners] = line
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .split(/(?<!\\)\s+/);
  const folder = pattern
    .replaceAll('\\ ', ' ')
    .replace(/^\//, '')
    .replace(/\/(?:\*\*?)?$/, '');
  if (owners.length === 0 || folder === '' || /[*?[\]!\\]/.test(folder)) return null;
  const isFolder =
    /\/(?:\*\*?)?$/.test(pattern) ||
    changes.some((paths) => paths.some((path) => path.startsWith(`${folder}/`)));
  // As in .gitignore: a slash before the end ties a pattern to the root.
  return isFolder ? { folder, anywhere: !/\/./.test(pattern), owners } : null;
}
