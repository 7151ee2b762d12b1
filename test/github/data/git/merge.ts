import { FixtureError } from '../../errors.ts';
import type { Repository } from '../repository.ts';
import type { GitCommit } from './commit.ts';
import { changed, type Files } from './content.ts';
import { mergeBase } from './graph.ts';

/**
 * The files of both sides.
 *
 * @throws {FixtureError} when both changed one
 */
export function mergedFiles(
  { git, nameWithOwner }: Repository,
  base: GitCommit,
  head: GitCommit,
): Files {
  const before = mergeBase(git, base.oid, head.oid)?.files ?? new Map<string, never>();
  const paths = new Set([...before.keys(), ...head.files.keys()]);
  const oid = (files: Files, path: string) => files.get(path)?.oid;
  const changes = [...paths].filter((path) => oid(before, path) !== oid(head.files, path));
  for (const path of changes) {
    const [old, ours, theirs] = [before, base.files, head.files].map((files) => oid(files, path));
    if (ours !== old && ours !== theirs)
      throw new FixtureError(`${nameWithOwner} has a conflict in ${path}`);
  }
  return changed(
    base.files,
    changes.map((path) => [path, head.files.get(path) ?? null]),
  );
}
