import { dirname, join, relative, resolve } from 'node:path';
import { readOptional } from '../../files/read-optional.ts';
import { repositoryRoot } from '../../files/repository-root.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { Environment } from '../environment.ts';
import { reportsFolder } from '../facts/reports-folder.ts';
import { type DraftFormat, extensions } from './formats.ts';

/** Where a draft goes: its file, or stdout. */
export class Destination {
  /** Null for stdout. */
  readonly path: string | null;
  /** The path, as shown in messages. */
  readonly shown: string;
  /** The path in a patch: from the root of its checkout, else from here, else from its own folder. */
  readonly inPatch: string;
  readonly #stdout: Environment['stdout'];

  /** @param date the name of the file, unless the options name it */
  constructor(
    { output, format }: { output?: string; format: DraftFormat },
    date: string,
    environment: Environment,
  ) {
    const { cwd, stdout } = environment;
    const file =
      output === undefined
        ? join(reportsFolder(environment), `${date}${extensions[format]}`)
        : resolve(cwd, output);
    this.path = output === '-' ? null : file;
    this.shown = output === '-' ? 'stdout' : relative(cwd, file) || file;
    const isBelow = !relative(cwd, file).startsWith('..');
    const root = repositoryRoot(dirname(file)) ?? (isBelow ? cwd : dirname(file));
    this.inPatch = relative(root, file);
    this.#stdout = stdout;
  }

  /** The text of the file; null for a missing file. */
  async read(): Promise<string | null> {
    return this.path === null ? null : readOptional(this.path);
  }

  async write(text: string): Promise<void> {
    if (this.path === null) this.#stdout.write(text);
    else await writeAtomically(this.path, text);
  }
}
