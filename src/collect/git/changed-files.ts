import type { ChangedFile } from '../../snapshot/schema.ts';

/** What commits one after the other changed: each file once, under its last path, sizes added up. */
export function addUp(commits: readonly (readonly ChangedFile[])[]): ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (const changes of commits) {
    // Files may trade their paths in one commit: what was is looked up before anything is set.
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
