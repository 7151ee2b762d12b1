import { readGitDirectoryFile } from './git-directory-file.ts';
import type { Clone } from './open-clone.ts';

/**
 * Whether the clone's own attributes (`info/attributes`) decide which files count as binary. That
 * changes the sizes of files, and git has no option to ignore it, as it has for other attributes.
 */
export function hasLocalAttributes({ git: { directory } }: Clone): boolean {
  const text = readGitDirectoryFile(directory, 'info', 'attributes');
  return text.split('\n').some((line) => /^[^#]*\s[-!]?(?:binary|diff)\b/.test(line));
}
