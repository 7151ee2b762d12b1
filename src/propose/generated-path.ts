import { fileGlob, folderGlob } from './glob.ts';

/** Folders of what tools write, of copies of other projects, and of translations. */
const folders = new Set([
  ...['.licenses', '.yarn', '__generated__', '__snapshots__', 'dist', 'generated', 'node_modules'],
  ...['third_party', 'third-party', 'vendor', 'vendored'],
  ...['i18n', 'l10n', 'locale', 'locales', 'localisation', 'localization', 'localizations'],
  ...['po', 'translation', 'translations'],
]);
const files =
  /^(?:[\w.-]+[.-]lockb?(?:\.\w+)?|lockfile|go\.sum|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|packages\.lock\.json|.+\.min\.(?:css|js)|.+\.(?:map|snap|po|pot|xliff|xlf)|.+\.pb\.\w+|.+_pb2\.pyi?|.+[.-]generated\.\w+)$/i;
/** A language with its region or script, as a folder or before a file's extension: `zh-CN`, `README.pt-BR.md`. */
const language =
  /(?:^|\.)(?:ar|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hu|id|it|ja|ko|nb|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)[-_](?:[a-z]{2}|han[st]|latn|419)(?:\.\w+)?$/i;

const changelogFolders = new Set(['.changeset', '.changes', 'changelog.d', 'newsfragments']);
const changelogFiles = /^change(?:log|s)(?:\.\w+)?$/i;

/** Whether a path is a changelog, or a note for one. */
export function isChangelogPath(path: string): boolean {
  return changelogGlob(path) !== null;
}

/** A glob for the notes or the changelog that a path is; null for another path. */
export function changelogGlob(path: string): string | null {
  const parts = path.split('/');
  const folder = parts.slice(0, -1).findIndex((part) => changelogFolders.has(part));
  if (folder >= 0) return folderGlob(parts.slice(0, folder + 1).join('/'));
  const name = parts.at(-1) ?? '';
  if (!changelogFiles.test(name)) return null;
  return parts.length > 1 ? `**/${fileGlob(name)}` : fileGlob(name);
}

/**
 * Whether a path is compiled, vendored, translated, a lock file or a changelog: it changes along with
 * work of any kind, so it tells nothing about which kind.
 */
export function isGeneratedPath(path: string): boolean {
  if (isChangelogPath(path)) return true;
  const [name = '', ...around] = path.split('/').reverse();
  if (files.test(name) || language.test(name)) return true;
  return around.some((part) => folders.has(part.toLowerCase()) || language.test(part));
}
