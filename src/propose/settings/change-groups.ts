import type { ProjectFile } from '../project.ts';
import type { ChangeGroups } from './change-group.ts';
import { changieGroups } from './changie.ts';
import { gitCliffGroups } from './git-cliff.ts';
import { commitlintGroups } from './commitlint.ts';
import { typedGroups } from './typed-sections.ts';
import { readData } from './data-file.ts';
import { towncrierGroups } from './towncrier.ts';

/** A reader of the options of one tool; nothing when they say nothing about groups. */
type GroupReader = (
  options: Readonly<Record<string, unknown>>,
) => Omit<ChangeGroups, 'path'> | null;

/** Where tools have their options, and how these are read. */
const readers: readonly { files: readonly string[]; read: GroupReader }[] = [
  { files: ['cliff.toml', '.cliff.toml'], read: gitCliffGroups },
  { files: ['towncrier.toml', 'pyproject.toml'], read: towncrierGroups },
  { files: ['.changie.yaml', '.changie.yml'], read: changieGroups },
  {
    files: [
      ...['release-please-config.json', '.release-please-config.json'],
      ...['.versionrc', '.versionrc.json', '.releaserc', '.releaserc.json'],
      ...['.releaserc.yaml', '.releaserc.yml', 'package.json'],
    ],
    read: typedGroups,
  },
  {
    files: [
      ...['.commitlintrc', '.commitlintrc.json', '.commitlintrc.yaml', '.commitlintrc.yml'],
      ...['commitlint.config.js', 'commitlint.config.cjs', 'commitlint.config.mjs'],
      ...['commitlint.config.ts', 'package.json'],
    ],
    read: commitlintGroups,
  },
];

/** The files at the root of a checkout in which tools say how they group changes. */
export const groupFiles: readonly string[] = [...new Set(readers.flatMap(({ files }) => files))];

/** The groups that a file defines, in the way of each tool that has its options there. */
export function changeGroupsIn(file: ProjectFile): ChangeGroups[] {
  const name = file.path;
  const own = readers.filter(({ files }) => files.includes(name));
  const options = readData(file);
  if (options === null) return [];
  return own.flatMap(({ read }) => {
    const found = read(options);
    return found && found.groups.length > 1 ? { path: name, ...found } : [];
  });
}
