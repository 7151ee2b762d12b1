import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its name. The mode of
 * a file that exists is kept; of a symbolic link, what it leads to is written.
 *
 * @throws {UsageError} `file-unwritable`
 */
export async function writeWhole(name: string, text: string): Promise<void> {
  const path = await targetOf(name);
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    // No signal is heard in between, so no neighbour is ever left behind.
    mkdirSync(dirname(path), { recursive: true });
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    // A rename would replace a file that may not be written to.
    if (mode !== undefined) accessSync(path, constants.W_OK);
    writeFileSync(neighbour, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(neighbour, mode);
    renameSync(neighbour, path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (code !== 'EEXIST') removeNeighbour(neighbour);
    throw new UsageError('file-unwritable', `${path} cannot be written (${code}).`, {
      hint: 'Check the file and its folder, or write elsewhere with -o.',
      cause,
    });
  }
}

/** Where a symbolic link leads, also if nothing is there yet. */
async function targetOf(name: string): Promise<string> {
  const known = await realpath(name).catch(() => null);
  if (known !== null) return known;
  const target = await readlink(name).catch(() => null);
  return target === null ? name : resolve(dirname(name), target);
}

function removeNeighbour(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    // Where it could not even be made, taking it away fails for the same reason.
    if (!(error instanceof Error)) throw error;
  }
}
