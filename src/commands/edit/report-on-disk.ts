import { createHash } from 'node:crypto';
import { accessSync, constants, unwatchFile, watchFile } from 'node:fs';
import { relative } from 'node:path';
import type { SaveAnswer, SaveRequest } from '../../edit/protocol.ts';
import { UsageError } from '../../errors.ts';
import { boundaryOf } from '../../files/boundary-of.ts';
import { errorCode } from '../../files/error-code.ts';
import { readOptional } from '../../files/read-optional.ts';
import { writeAtomically } from '../../files/write-atomically.ts';

/** What a file has: its text without the byte order mark, and the hash of the whole. */
export interface FileContent {
  text: string;
  mark: string;
  hash: string;
}

const MARK = '\uFEFF';
/** Milliseconds. Unlike events of the file system, looking works on every disk, and for files that are replaced. */
const LOOK_EVERY = 500;

/** The report's file on disk. */
export class ReportOnDisk {
  /** As messages name it. */
  readonly shown: string;
  readonly path: string;
  readonly #within: string | null;

  /** @param path absolute */
  constructor(path: string, cwd: string) {
    this.path = path;
    this.shown = relative(cwd, path) || path;
    this.#within = boundaryOf(path, cwd);
  }

  /**
   * Null for a missing file.
   *
   * @throws {UsageError} those of `readOptional`
   */
  read(): FileContent | null {
    const whole = readOptional(this.path, this.#within);
    return whole === null ? null : contentOf(whole);
  }

  /** @throws {UsageError} `report-missing`, and those of `readOptional` */
  require(): FileContent {
    const content = this.read();
    if (content) return content;
    throw new UsageError('report-missing', `${this.shown} not found.`, {
      hint: 'Name the Markdown file of a report, like reports/2017-05-08.md, or a period to draft one.',
    });
  }

  /** Why it can't be written; null when it can. */
  get readOnly(): string | null {
    try {
      accessSync(this.path, constants.W_OK);
      return null;
    } catch (error) {
      return `${this.shown} can't be written (${errorCode(error)}).`;
    }
  }

  /**
   * Writes the text, if the file still is what the text was made from. A missing one has an empty hash.
   *
   * @throws {UsageError} those of `writeAtomically`
   */
  save({ text, base }: SaveRequest): SaveAnswer {
    for (;;) {
      const present = this.read();
      const { hash, mark, text: before } = present ?? { hash: '', mark: '', text: '' };
      if (hash !== base) return { conflict: { text: before, hash } };
      if (writeAtomically(this.path, mark + text, present && mark + before, this.#within))
        return { hash: hashOf(mark + text) };
    }
  }

  /** Calls back when the content is another than before. @returns what ends the watching */
  watch(listener: (content: FileContent | null) => void): () => void {
    let hash = this.#readable()?.hash;
    const look = (): void => {
      const content = this.#readable();
      if (content?.hash === hash) return;
      hash = content?.hash;
      listener(content);
    };
    watchFile(this.path, { interval: LOOK_EVERY }, look);
    return () => unwatchFile(this.path, look);
  }

  /** Null also for what can't be read: an editor may be writing it. */
  #readable(): FileContent | null {
    try {
      return this.read();
    } catch (error) {
      if (error instanceof UsageError) return null;
      throw error;
    }
  }
}

function contentOf(whole: string): FileContent {
  const mark = whole.startsWith(MARK) ? MARK : '';
  return { text: whole.slice(mark.length), mark, hash: hashOf(whole) };
}

function hashOf(whole: string): string {
  return createHash('sha256').update(whole).digest('hex');
}
