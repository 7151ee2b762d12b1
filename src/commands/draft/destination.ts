import { dirname, join, relative, resolve } from 'node:path';
import { boundaryOf, isPathBelow } from '../../files/boundary-of.ts';
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
  /** What links may not lead out of. */
  readonly #within: string | null;

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
    const root = repositoryRoot(dirname(file)) ?? (isPathBelow(file, cwd) ? cwd : dirname(file));
    this.inPatch = relative(root, file);
    this.#within = boundaryOf(file, cwd);
    this.#stdout = stdout;
  }

  /** The text of the file; null for a missing file. */
  read(): string | null {
    return this.path === null ? null : readOptional(this.path, this.#within);
  }

  /**
   * @param before the text that the file had when it was read
   * @returns whether the text was written; false when the file has another one by now
   */
  write(text: string, before: string | null): boolean {
    if (this.path !== null) return writeAtomically(this.path, text, before, this.#within);
    this.#stdout.write(text);
    return true;
  }
}
