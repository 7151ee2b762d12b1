import { dirname, join, relative, resolve } from 'node:path';
import { boundaryOf, isPathBelow } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import { repositoryRoot } from '../../files/repository-root.ts';
import { updateFile } from '../../files/update-file.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { Environment } from '../environment.ts';
import { reportsFolder } from '../facts/reports-folder.ts';
import type { Destination } from './destination.ts';
import { type DraftFormat, extensions } from './formats.ts';

/** A file on disk, or stdout. */
export class FileDestination implements Destination {
  readonly shown: string;
  /** From the root of its checkout, else from here, else from its own folder. */
  readonly inPatch: string;
  readonly isFile: boolean;
  readonly inSeries: string | null;
  readonly #path: string | null;
  readonly #stdout: Environment['stdout'];
  /** What links may not lead out of. */
  readonly #within: string | null;

  /**
   * @param date the name of the file, unless the options name it
   * @param inSeries where the other reports are, if that is not where the file is
   */
  constructor(
    { output, format }: { output?: string; format: DraftFormat },
    date: string,
    environment: Environment,
    inSeries?: string,
  ) {
    const { cwd, stdout } = environment;
    const file =
      output === undefined
        ? join(reportsFolder(environment), `${date}${extensions[format]}`)
        : resolve(cwd, output);
    this.#path = output === '-' ? null : file;
    this.isFile = this.#path !== null;
    this.inSeries = inSeries ?? this.#path;
    this.shown = output === '-' ? 'stdout' : relative(cwd, file) || file;
    const root = repositoryRoot(dirname(file)) ?? (isPathBelow(file, cwd) ? cwd : dirname(file));
    this.inPatch = relative(root, file);
    this.#within = boundaryOf(file, cwd);
    this.#stdout = stdout;
  }

  read(): string | null {
    return this.#path === null ? null : readOptional(this.#path, this.#within);
  }

  write(text: string, before: string | null): boolean {
    if (this.#path !== null) return writeAtomically(this.#path, text, before, this.#within);
    this.#stdout.write(text);
    return true;
  }

  update<Present, Result>(
    present: Present,
    read: () => Promise<Present>,
    attempt: (present: Present) => Promise<Result | null>,
  ): Promise<Result> {
    return updateFile(this.shown, present, read, attempt);
  }
}
