import { dirname, extname, relative } from 'node:path';
import { boundaryOf, isPathBelow } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import { repositoryRoot } from '../../files/repository-root.ts';
import { updateFile } from '../../files/update-file.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { Environment } from '../environment.ts';
import type { Destination } from './destination.ts';
import { type DraftFormat, extensions } from './formats.ts';

/** A file on disk, or stdout. */
export class FileDestination implements Destination {
  readonly shown: string;
  /** From the root of its checkout, else from here, else from its own folder. */
  readonly inPatch: string;
  readonly isFile: boolean;
  readonly #path: string | null;
  readonly #stdout: Environment['stdout'];
  /** What links may not lead out of. */
  readonly #within: string | null;

  /**
   * @param path of the report, absolute; data goes to a file of that name with another extension, unless
   *   the options name the file
   */
  constructor(
    { output, format }: { output?: string; format: DraftFormat },
    path: string,
    environment: Environment,
  ) {
    const { cwd, stdout } = environment;
    const file =
      output === undefined && format !== 'markdown'
        ? path.slice(0, path.length - extname(path).length) + extensions[format]
        : path;
    this.#path = output === '-' ? null : file;
    this.isFile = this.#path !== null;
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
