import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { errorCode } from '../files/error-code.ts';

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
    async get(question) {
      const text = isUsable ? await readFile(fileOf(question), 'utf8').catch(() => null) : null;
      const entry = text === null ? null : parseEntry(text);
      return entry?.question === question ? entry.answer : undefined;
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
  await mkdir(scopeFolder, { recursive: true, mode: 0o700 });
  await utimes(scopeFolder, now / 1000, now / 1000);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // The name of a scope. Anything else in the folder stays.
    if (/^[\da-f]{32}$/.test(name) && (await lastUse(path)) < now - LIFETIME) {
      await rm(path, { recursive: true, force: true });
    }
  }
  return readdir(scopeFolder);
}

/** Milliseconds since 1970. Infinity for a scope that another run has removed. */
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

function parseEntry(text: string): v.InferOutput<typeof entrySchema> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = v.safeParse(entrySchema, value);
  return parsed.success ? parsed.output : null;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
