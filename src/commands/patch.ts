/**
 * What changes in a file, as a patch for `git apply` and `patch -p1`; empty when nothing does.
 *
 * @param before null when there is no such file yet
 */
export async function patchOf(file: string, before: string | null, after: string): Promise<string> {
  if (before === after) return '';
  const { formatPatch, structuredPatch } = await import('diff');
  const name = file.replaceAll('\\', '/');
  const from = before === null ? '/dev/null' : `a/${name}`;
  const patch = structuredPatch(from, `b/${name}`, before ?? '', after, '', '');
  return formatPatch(patch);
}
