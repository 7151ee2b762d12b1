import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its name. The mode of
 * a file that exists is kept.
 *
 * @throws {UsageError} `file-unwritable`
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const mode = await stat(path).then(
      (found) => found.mode,
      () => undefined,
    );
    await writeFile(neighbour, text, { flag: 'wx', ...(mode !== undefined && { mode }) });
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true });
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
