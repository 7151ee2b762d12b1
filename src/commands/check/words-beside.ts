import { basename, dirname, extname, join } from 'node:path';
import { type WordUse, wordUseOf } from '../../check/spelling/word-use.ts';
import { UsageError } from '../../errors.ts';
import { boundaryOf, isPathBelow } from '../../files/boundary-of.ts';
import { listOptional, readOptionalBytes } from '../../files/read-optional.ts';
import type { SeriesFiles } from '../facts/series/series-files.ts';

/** How many reports before and after one are read. */
const BEFORE = 6;
const AFTER = 2;
/** In bytes; a longer report is not read. */
const LONGEST = 500_000;

/** The words of the reports beside others; each is read once in a run. */
export class WordsBeside {
  readonly #cwd: string;
  readonly #uses = new Map<string, WordUse>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @param own the report, an absolute path */
  of(own: string, files: SeriesFiles): WordUse[] {
    const all = files.valuesIn(own)
      ? files.reports.map(({ path }) => path)
      : postsLike(own, boundaryOf(own, this.#cwd));
    const at = all.indexOf(own);
    if (at < 0) return [];
    const beside = [
      ...all.slice(Math.max(0, at - BEFORE), at),
      ...all.slice(at + 1, at + 1 + AFTER),
    ];
    return beside.map((path) => this.#use(path));
  }

  #use(path: string): WordUse {
    const known = this.#uses.get(path);
    if (known) return known;
    const use = wordUseOf(textOf(path, this.#cwd));
    this.#uses.set(path, use);
    return use;
  }
}

/**
 * The posts that are named like one, with numbers in their names or in those of their folders:
 * `2026-05-31-this-month.md`, `2026-05/index.md`. In the order of the numbers.
 */
function postsLike(own: string, within: string | null): string[] {
  const folder = dirname(own);
  const around = dirname(folder);
  const inFolders = within === null || isPathBelow(folder, within);
  const paths = isNumbered(basename(own))
    ? namesIn(folder, within)
        .filter((name) => extname(name) === extname(own))
        .map((name) => join(folder, name))
    : isNumbered(basename(folder)) && inFolders
      ? namesIn(around, within).map((name) => join(around, name, basename(own)))
      : [];
  return paths.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function isNumbered(name: string): boolean {
  return /\d/.test(name);
}

function namesIn(folder: string, within: string | null): string[] {
  return leniently(() => listOptional(folder, within), []).filter(isNumbered);
}

function textOf(path: string, cwd: string): string {
  const bytes = leniently(() => readOptionalBytes(path, boundaryOf(path, cwd), LONGEST), null);
  return bytes ? new TextDecoder().decode(bytes) : '';
}

/** Whatever is wrong with another file, checking that one reports it. */
function leniently<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) return otherwise;
    throw error;
  }
}
