import { folderGlob } from '../glob.ts';
import { isFollowingPath, leadingPaths } from '../following-path.ts';
import { CI, folderHeading, leastInside, projectNames } from '../heading.ts';
import { changelogGlob, isChangelogPath, isGeneratedPath } from '../generated-path.ts';
import type { Project, TriedChange, YearOfChanges } from '../project.ts';
import { createProposal, createSection, type Proposal } from '../proposal.ts';

/** The share of all changes below which a folder is not a section. */
const LEAST_SHARE = 0.03;
/** The share of all changes above which a folder is divided into those inside it. */
const TOO_LARGE = 1 / 3;
/** A project has one, or one for each of a few parts. */
const MOST_CHANGELOGS = 4;

/**
 * The folders that most changes are about, the busiest first: those at the top, except that one with
 * too much in it, or that is there for others (`src/`, `packages/`), is divided into those inside it, however
 * deep they are, and keeps what is in none of them.
 */
export function fromFolders({
  repository,
  changes,
  spellings,
  tried,
  span = 'the last year',
}: Project): Proposal {
  const project = projectNames(repository);
  const leading = changes.map(aboutPaths);
  const changelogs = changelogsBeside(changes);
  const limits = {
    least: Math.max(2, changes.length * LEAST_SHARE),
    most: changes.length * TOO_LARGE,
    leastInside: (name: string) => leastInside(name, project) ?? Infinity,
  };
  const sections = busyFolders('', leading, limits)
    .toSorted((a, b) => b.count - a.count || (a.folder < b.folder ? -1 : 1))
    .map(({ folder }) => {
      const title = folderHeading(folder, { project, spellings });
      // What has a test is no test, in whatever folder it is; a note for the changelog comes with anything.
      const follows = title === CI || isFollowingPath(`${folder}/`) || mostlyFollows(folder, tried);
      return createSection(title, {
        paths: [folderGlob(folder), ...(follows ? changelogs : [])],
        ...(follows && { share: 1 }),
      });
    });
  return createProposal(`from the folders that changed most in ${span}`, sections);
}

/** Whether most changes that touched a folder are about others, or only generated there. */
function mostlyFollows(folder: string, tried: readonly TriedChange[]): boolean {
  const isWithin = (path: string) => path.startsWith(`${folder}/`);
  const touched = tried.filter(({ paths }) => paths.some(isWithin));
  const about = touched.filter(({ paths, written = paths }) => aboutPaths(written).some(isWithin));
  return about.length < touched.length / 2;
}

/** Those of the paths of a change that say what it is about. */
function aboutPaths(paths: readonly string[]): readonly string[] {
  return leadingPaths(paths.filter((path) => !isGeneratedPath(path)));
}

/**
 * Globs for the changelogs that changes to tests and documentation also touched. None where more changes are to
 * nothing but a changelog: these would be no tests.
 */
function changelogsBeside(changes: YearOfChanges): string[] {
  const withNotes = changes.filter((paths) => paths.some(isChangelogPath));
  const others = withNotes.map((paths) => paths.filter((path) => !isChangelogPath(path)));
  const beside = others.filter((paths) => paths.length > 0 && paths.every(isFollowingPath));
  const alone = others.filter((paths) => paths.length === 0);
  if (alone.length > beside.length) return [];
  const globs = withNotes.flat().flatMap((path) => changelogGlob(path) ?? []);
  return [...new Set(globs)].sort().slice(0, MOST_CHANGELOGS);
}

interface BusyFolder {
  folder: string;
  /** How many changes are about it; where others inside of it are busy, about none of those. */
  count: number;
}

interface FolderLimits {
  least: number;
  most: number;
  /** How many busy folders must be inside one of this name for it to be divided, however small it is. */
  leastInside: (name: string) => number;
}

/** @param around ends with a slash; empty for the root */
function busyFolders(around: string, changes: YearOfChanges, limits: FolderLimits): BusyFolder[] {
  return [...changesByFolder(around, changes)].flatMap(([folder, own]) => {
    if (own.length < limits.least) return [];
    const within = busyFolders(`${folder}/`, own, limits);
    const least = own.length > limits.most ? 1 : limits.leastInside(folder.slice(around.length));
    const inside = within.length >= least ? within : [];
    const rest = own.filter(
      (paths) => !paths.some((path) => inside.some((one) => path.startsWith(`${one.folder}/`))),
    );
    const remains = inside.length === 0 || rest.length >= limits.least;
    return [...inside, ...(remains ? [{ folder, count: rest.length }] : [])];
  });
}

function changesByFolder(
  around: string,
  changes: YearOfChanges,
): Map<string, (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const paths of changes) {
    const folders = new Set(paths.flatMap((path) => folderInside(path, around) ?? []));
    for (const folder of folders) {
      const own = found.get(folder) ?? [];
      own.push(paths);
      found.set(folder, own);
    }
  }
  return found;
}

function folderInside(path: string, around: string): string | null {
  const end = path.startsWith(around) ? path.indexOf('/', around.length) : -1;
  return end === -1 ? null : path.slice(0, end);
}
