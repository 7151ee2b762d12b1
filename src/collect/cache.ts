import { createHash, randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { errorCode } from '../files/error-code.ts';
import { makeFolder } from '../files/make-folder.ts';
import { readRegularFile } from '../files/read-regular-file.ts';

/** A source's earlier answers, by question. No method rejects: a cache must not make a run fail. */
export interface Cache {
  /** False when there is certainly no answer. Synchronous, so that asking the source need not wait. */
  mayHave(question: string): boolean;
  /** The answer, or undefined without one. */
  get(question: string): Promise<unknown>;
  put(question: string, answer: unknown): Promise<void>;
  /** Waits until all answers are written. Ignores those that are put later. */
  close(): Promise<void>;
  /** Removes all answers of the scope, including those still being written. */
  clear(): Promise<void>;
}

export interface CacheOptions {
  /** The folder of all caches. */
  folder: string;
  /** What the answers depend on besides the question: endpoint, credentials, period. Only its hash is kept. */
  scope: readonly string[];
  /** The instant of the run, by which old scopes are recognised. */
  now: string;
  /** Called once when the folder can't be used. */
  onUnusable: (message: string) => void;
}

const VERSION = 1;
const LIFETIME = 30 * 24 * 60 * 60 * 1000;
/** Of a file that is being written. */
const DRAFT_LIFETIME = 60 * 60 * 1000;

/** Bytes of an answer; the largest is the snapshot of a whole period. */
const MOST_BYTES = 256 * 1024 * 1024;

/** An answer with its question, to recognise files of other questions. */
const entrySchema = v.strictObject({
  version: v.literal(VERSION),
  question: v.string(),
  answer: v.unknown(),
});

/**
 * Opens a cache on disk: a folder for each scope, a file for each answer. A file is written under
 * another name, then renamed, so that two runs at once do no harm, and an interrupted run can be
 * resumed. Ignores damaged and foreign files. Removes scopes that were unused for 30 days.
 */
export async function openCache(options: CacheOptions): Promise<Cache> {
  const { folder, scope, now, onUnusable } = options;
  const scopeFolder = join(folder, hash(scope.join('\n')));
  const nameOf = (question: string) => `${hash(question)}.json`;
  const fileOf = (question: string) => join(scopeFolder, nameOf(question));
  let isUsable = true;
  let isClosed = false;
  const disable = (cause: unknown): void => {
    if (isUsable) onUnusable(`Cannot use the cache in ${folder} (${errorCode(cause)}).`);
    isUsable = false;
  };
  const names = await prepare(folder, scopeFolder, Date.parse(now)).catch(disable);
  const known = new Set(names ?? []);
  const writing = new Set<Promise<void>>();

  return {
    mayHave: (question) => known.has(nameOf(question)),
    get(question) {
      const entry = isUsable ? readEntry(fileOf(question)) : null;
      return Promise.resolve(entry?.question === question ? entry.answer : undefined);
    },
    async put(question, answer) {
      if (!isUsable || isClosed) return;
      const text = JSON.stringify({ version: VERSION, question, answer });
      const written = writeWhole(fileOf(question), text).catch(disable);
      writing.add(written);
      await written;
      writing.delete(written);
    },
    async close() {
      isClosed = true;
      await Promise.all(writing);
    },
    async clear() {
      await Promise.all(writing);
      known.clear();
      if (isUsable) await removeAnswers(scopeFolder).catch(disable);
    },
  };
}

/** @returns the names of the files in the scope */
async function prepare(folder: string, scopeFolder: string, now: number): Promise<string[]> {
  makeFolder(scopeFolder, 0o700);
  await utimes(scopeFolder, now / 1000, now / 1000);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // The name of a scope. Anything else in the folder stays.
    if (/^[\da-f]{32}$/.test(name)) await removeUnused(path, now - LIFETIME);
  }
  const names = await readdir(scopeFolder);
  // What a killed run was writing.
  const drafts = names.filter((name) => !name.endsWith('.json'));
  await Promise.all(
    drafts.map((name) => removeUnused(join(scopeFolder, name), now - DRAFT_LIFETIME)),
  );
  return names;
}

/** @param before milliseconds since 1970 */
async function removeUnused(path: string, before: number): Promise<void> {
  if ((await lastUse(path)) < before) await rm(path, { recursive: true, force: true });
}

/** Milliseconds since 1970. Infinity for what another run has removed. */
async function lastUse(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return Infinity;
    throw cause;
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, text, { flag: 'wx', mode: 0o600 });
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

/** Leaves files that another run is writing. */
async function removeAnswers(scopeFolder: string): Promise<void> {
  const answers = (await readdir(scopeFolder)).filter((name) => name.endsWith('.json'));
  const paths = answers.map((name) => join(scopeFolder, name));
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
}

/** Null for a missing file, a damaged one, and anything that is no regular file of a sane size. */
function readEntry(file: string): v.InferOutput<typeof entrySchema> | null {
  try {
    const bytes = readRegularFile(file, MOST_BYTES);
    const value: unknown = bytes && JSON.parse(Buffer.from(bytes).toString());
    const parsed = v.safeParse(entrySchema, value);
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UsageError) return null;
    throw error;
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
