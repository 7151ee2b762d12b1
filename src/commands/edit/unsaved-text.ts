import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SaveRequest } from '../../edit/protocol.ts';
import { readOptional } from '../../files/read-optional.ts';
import { writeAtomically } from '../../files/write-atomically.ts';

const unsavedSchema = v.strictObject({
  path: v.string(),
  text: v.string(),
  base: v.string(),
  savedAt: v.string(),
});

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
    const text = this.#file === null ? null : readOptional(this.#file, null);
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
    writeAtomically(
      this.#file,
      `${JSON.stringify(unsaved)}\n`,
      readOptional(this.#file, null),
      null,
    );
  }

  drop(): void {
    if (this.#file !== null) rmSync(this.#file, { force: true });
  }
}
