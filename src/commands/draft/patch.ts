/**
 * What changes in a file, as a patch for `git apply` and `patch -p1`; empty when nothing does.
 *
 * @param file its path, relative to the folder in which the patch applies
 * @param before null for a new file
 */
export async function patchOf(file: string, before: string | null, after: string): Promise<string> {
  if (before === after) return '';
  const { formatPatch, structuredPatch } = await import('diff');
  const name = file.replaceAll('\\', '/');
  const isCreate = before === null;
  const from = isCreate ? '/dev/null' : `a/${name}`;
  // For `patch`, a name with blanks in it goes to the next tab.
  const mark = name.includes(' ') ? ' ' : undefined;
  const patch = structuredPatch(from, `b/${name}`, before ?? '', after, mark, mark);
  return formatPatch({ ...patch, isGit: true, isCreate });
}
