/**
 * A glob that matches a path with any characters: those with a meaning in globs become
 * `?`, which matches any one UTF-16 unit but a slash.
 */
export function fileGlob(path: string): string {
  return path.replace(/[^\p{L}\p{M}\p{N}/ _.,:;=%&#@~-]/gu, (character) =>
    '?'.repeat(character.length),
  );
}

/** A glob for everything in a folder. */
export function folderGlob(folder: string): string {
  return `${fileGlob(folder)}/**`;
}
