import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

/** What a source has already been told, by what it asked. */
export interface Cache {
  /** Whether there may be an answer; told at once, so that asking elsewhere need not wait. */
  knows(question: string): boolean;
  /** The answer, or undefined when it is not known. Never throws: a cache is no source of failure. */
  get(question: string): Promise<unknown>;
  /** Keeps an answer, as far as that is possible. */
  put(question: string, answer: unknown): Promise<void>;
  /** Forgets all answers of the scope, those still being put, too. */
  clear(): Promise<void>;
}

export interface CacheScope {
  /** The folder of all caches. */
  folder: string;
  /** What the answers depend on besides the question: endpoint, credentials, period. Kept as a hash alone. */
  scope: readonly string[];
  /** The instant of the run, to tell what is old. */
  now: string;
  /** Is told once when the folder cannot be used. */
  onTrouble: (message: string) => void;
}

const VERSION = 1;
const LIFETIME = 30 * 24 * 60 * 60 * 1000;

/** The question stands beside the answer, so that no other file can pass for it. */
const entrySchema = v.strictObject({
  version: v.literal(VERSION),
  question: v.string(),
  answer: v.unknown(),
});

/**
 * A cache on disk: a folder for each scope, a file for each answer, each written whole under
 * another name first. So two runs at once do no harm, and a run that was stopped is taken up where
 * it was. A file that is damaged or foreign is no answer. Scopes unused for 30 days are removed.
 */
export async function openCache({ folder, scope, now, onTrouble }: CacheScope): Promise<Cache> {
  const home = join(folder, hash(scope.join('\n')));
  const nameOf = (question: string) => `${hash(question)}.json`;
  const fileOf = (question: string) => join(home, nameOf(question));
  let usable = true;
  const trouble = (cause: unknown): void => {
    if (usable)
      onTrouble(
        `The cache in ${folder} cannot be used (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`,
      );
    usable = false;
  };
  const known = new Set((await prepare(folder, home, Date.parse(now)).catch(trouble)) ?? []);

  const putting = new Set<Promise<void>>();
  const put = async (question: string, answer: unknown): Promise<void> => {
    const file = fileOf(question);
    const draft = `${file}.${randomBytes(4).toString('hex')}`;
    try {
      await writeFile(draft, JSON.stringify({ version: VERSION, question, answer }), {
        flag: 'wx',
        mode: 0o600,
      });
      await rename(draft, file);
    } catch (cause) {
      await rm(draft, { force: true }).catch(trouble);
      trouble(cause);
    }
  };

  return {
    knows: (question) => known.has(nameOf(question)),
    async get(question) {
      const text = usable ? await readFile(fileOf(question), 'utf8').catch(() => null) : null;
      const entry = text === null ? null : parseEntry(text);
      return entry?.question === question ? entry.answer : undefined;
    },
    async put(question, answer) {
      if (!usable) return;
      const done = put(question, answer);
      putting.add(done);
      await done;
      putting.delete(done);
    },
    async clear() {
      await Promise.all(putting);
      known.clear();
      if (usable) await removeAnswers(home).catch(trouble);
    },
  };
}

/** @returns the names of the files in the scope */
async function prepare(folder: string, home: string, now: number): Promise<string[]> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  await utimes(home, now / 1000, now / 1000);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Only what a cache made has such a name; anything else in the folder is not ours to remove.
    if (/^[\da-f]{32}$/.test(name) && (await lastUse(path)) < now - LIFETIME) {
      await rm(path, { recursive: true, force: true });
    }
  }
  return readdir(home);
}

/** Milliseconds since 1970; what another run removed in the meantime is not old. */
async function lastUse(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return Infinity;
    throw cause;
  }
}

/** Not what another run is about to put. */
async function removeAnswers(home: string): Promise<void> {
  const answers = (await readdir(home)).filter((name) => name.endsWith('.json'));
  await Promise.all(answers.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

function parseEntry(text: string): v.InferOutput<typeof entrySchema> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(entrySchema, value);
  return parsed.success ? parsed.output : null;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
