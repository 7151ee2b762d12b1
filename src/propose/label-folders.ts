import { folderGlob } from './glob.ts';
import { withoutGroup } from './label-name.ts';
import type { YearOfChanges } from './project.ts';

/**
 * Globs for the top-level folders that are named like one of the labels: a local clone has no labels,
 * and can still sort by paths.
 */
export function labelFolders(labels: readonly string[], changes: YearOfChanges): string[] {
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
