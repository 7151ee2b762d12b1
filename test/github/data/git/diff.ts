import { diffLines } from 'diff';
import type { FileInput } from '../input.ts';
import type { Entry, Files } from './content.ts';

/** The files that differ, as a pull request lists them, by their paths. Renames are not looked for. */
export function diffOf(before: Files, after: Files): FileInput[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): FileInput[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old?.oid === now?.oid && old?.mode === now?.mode) return [];
    const changeType =
      old === undefined ? 'ADDED' : now === undefined ? 'DELETED' : ('MODIFIED' as const);
    return [{ path, changeType, ...counts(textOf(old), textOf(now)) }];
  });
}

function textOf(entry: Entry | undefined): string {
  const { blob = null } = entry ?? {};
  return blob === null || blob.isBinary ? '' : Buffer.from(blob.bytes).toString();
}

function counts(before: string, after: string): { additions: number; deletions: number } {
  let additions = 0;
  let deletions = 0;
  for (const { added, removed, count } of diffLines(before, after)) {
    if (added) additions += count;
    if (removed) deletions += count;
  }
  return { additions, deletions };
}
