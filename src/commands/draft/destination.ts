import { dirname, join, relative, resolve } from 'node:path';
import { readOptional } from '../../files/read-optional.ts';
import { UsageError } from '../../errors.ts';
import type { DraftOptions } from './draft.ts';
import type { Environment } from '../environment.ts';
import { repositoryRoot } from '../../files/repository-root.ts';
import { reportsFolder } from '../facts/reports-folder.ts';
import { writeWhole } from '../../files/write-file.ts';

const extensions = { markdown: '.md', json: '.json', snapshot: '.snapshot.json' } as const;

/** Where a report goes: into its file, or to stdout. */
export class Destination {
  /** Null for stdout. */
  readonly path: string | null;
  /** The path as it is shown to people. */
  readonly shown: string;
  /** The path in a patch: from the root of the checkout it is in, else from here, else from its own folder. */
  readonly inPatch: string;
  readonly #stdout: Environment['stdout'];

  /** @param date what the file is named after, unless the options name it */
  constructor(
    { output, format }: Pick<DraftOptions, 'output' | 'format'>,
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

  /** What is there already; null when there is no file. */
  async read(): Promise<string | null> {
    return this.path === null ? null : readOptional(this.path);
  }

  async write(text: string): Promise<void> {
    if (this.path === null) this.#stdout.write(text);
    else await writeWhole(this.path, text);
  }

  /** Facts take the place of their like, and of nothing else. */
  async refuseForeign(): Promise<void> {
    const existing = (await this.read()) ?? '';
    if (existing.trim() === '' || /^\s*\{\s*"schemaVersion"/.test(existing)) return;
    throw new UsageError('file-foreign', `${this.shown} holds something else than such a file.`, {
      hint: 'Write elsewhere with -o FILE, or move it away.',
    });
  }
}
