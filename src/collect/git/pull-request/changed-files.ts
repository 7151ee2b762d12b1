import type { ChangedFile } from '../../../snapshot/schema.ts';

/**
 * The files that commits, oldest first, changed together: each file once, with its last path and
 * the sums of its sizes.
 */
export function combineChanges(commits: readonly (readonly ChangedFile[])[]): ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (const changes of commits) {
    // Files may swap their paths in one commit: look up all earlier ones before setting any.
    const before = new Map(files);
    for (const change of changes) files.delete(change.previousPath ?? change.path);
    for (const change of changes) {
      const earlierPath = change.previousPath ?? change.path;
      const earlier = before.get(earlierPath);
      const firstPath = earlier?.previousPath ?? earlierPath;
      files.set(change.path, {
        path: change.path,
        ...(firstPath === change.path ? {} : { previousPath: firstPath }),
        additions: (earlier?.additions ?? 0) + change.additions,
        deletions: (earlier?.deletions ?? 0) + change.deletions,
      });
    }
  }
  return [...files.values()];
}
