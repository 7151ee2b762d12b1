import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { SaveRequest } from '../../edit/protocol.ts';
import { UsageError } from '../../errors.ts';
import { readOptional } from '../../files/read-optional.ts';
import { writeTemporaryFile } from '../../files/temporary-file.ts';

const unsavedSchema = v.strictObject({
  path: v.string(),
  text: v.string(),
  base: v.string(),
  savedAt: v.string(),
});

/** As JSON, a text that a request can have is six times as long at most. */
const MOST_BYTES = 100 * 1024 * 1024;

type Unsaved = v.InferOutput<typeof unsavedSchema>;

/** What was written in the desk and not saved, in the user's cache folder until it is. */
export class UnsavedText {
  readonly #path: string;
  /** Null where there is no cache folder: then only the page has the text. */
  readonly #file: string | null;

  /** @param path of the report, absolute */
  constructor(path: string, cache: string | null) {
    this.#path = path;
    const name = createHash('sha256').update(path).digest('hex').slice(0, 32);
    this.#file = cache === null ? null : join(cache, 'unsaved', `${name}.json`);
  }

  /** Null without any, and for a file that another version wrote. */
  read(): Pick<Unsaved, 'text' | 'base' | 'savedAt'> | null {
    const text = this.#text();
    if (text === null) return null;
    const found = v.safeParse(v.pipe(v.string(), v.parseJson(), unsavedSchema), text);
    if (!found.success || found.output.path !== this.#path) return null;
    const { path: _, ...unsaved } = found.output;
    return unsaved;
  }

  /** @param now an instant */
  keep({ text, base }: SaveRequest, now: string): void {
    if (this.#file === null) return;
    const unsaved: Unsaved = { path: this.#path, text, base, savedAt: now };
    // Nobody else may read it, as with the rest of the cache.
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    const written = writeTemporaryFile(dirname(this.#file), `${JSON.stringify(unsaved)}\n`);
    chmodSync(written, 0o600);
    // It replaces even a link.
    renameSync(written, this.#file);
  }

  /** Null also for what can't be read. */
  #text(): string | null {
    try {
      return this.#file === null ? null : readOptional(this.#file, dirname(this.#file), MOST_BYTES);
    } catch (error) {
      if (error instanceof UsageError) return null;
      throw error;
    }
  }

  drop(): void {
    if (this.#file !== null) rmSync(this.#file, { force: true });
  }
}
