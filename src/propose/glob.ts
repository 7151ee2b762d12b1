/**
 * A glob for a path, whatever the path holds: what a glob could take for more than itself becomes a
 * `?`, which stands for any one UTF-16 unit but a slash.
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
