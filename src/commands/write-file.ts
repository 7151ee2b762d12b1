import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its name. The mode of
 * a file that exists is kept.
 *
 * @throws {UsageError} `file-unwritable`
 */
export async function writeWhole(name: string, text: string): Promise<void> {
  // What a symbolic link leads to is written, and the link stays.
  const path = await realpath(name).catch(() => name);
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const found = await stat(path).catch(() => undefined);
    if (found && !found.isFile() && !found.isDirectory()) {
      await writeFile(path, text);
      return;
    }
    const mode = found?.mode;
    await writeFile(neighbour, text, { flag: 'wx', ...(mode !== undefined && { mode }) });
    await rename(neighbour, path);
  } catch (cause) {
    // Where the neighbour could not even be made, taking it away fails for the same reason.
    await rm(neighbour, { force: true }).catch(() => undefined);
    throw new UsageError(
      'file-unwritable',
      `${path} cannot be written (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`,
      {
        hint: 'Check the folder, or write elsewhere with -o.',
        cause,
      },
    );
  }
}
