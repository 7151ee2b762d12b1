/** Folders of what tools write, and of copies of other projects. */
const folders = new Set([
  ...['.changeset', '.yarn', 'changelog.d', 'newsfragments'],
  ...['dist', 'node_modules', 'third_party', 'vendor', 'vendored'],
]);
const files =
  /^(?:change(?:log|s)(?:\.\w+)?|[\w.-]+[.-]lockb?(?:\.\w+)?|lockfile|go\.sum|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|packages\.lock\.json)$/i;

/**
 * Whether a path is compiled, vendored, a lock file or a changelog: it changes along with work of any
 * kind, so it tells nothing about which kind.
 */
export function isGeneratedPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return files.test(name) || parts.some((folder) => folders.has(folder.toLowerCase()));
}
