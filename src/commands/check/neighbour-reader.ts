import { resolve } from 'node:path';
import type { Neighbours } from '../../check/context/neighbours.ts';
import { NeighbourReport } from '../../check/context/neighbour-report.ts';
import type { WordUse } from '../../check/spelling/word-use.ts';
import { UsageError } from '../../errors.ts';
import { boundaryOf, workingRoot } from '../../files/boundary-of.ts';
import { listOptional, readOptionalBytes } from '../../files/read-optional.ts';
import { type FilePattern, filePattern } from '../../placeholder/file-pattern.ts';
import type { MatchedValues } from '../../placeholder/file-segment.ts';
import type { Report } from '../../report/report.ts';
import { readAdjacent } from '../facts/series/read-adjacent.ts';
import { readEarlier } from '../facts/series/read-earlier.ts';
import { SeriesFiles } from '../facts/series/series-files.ts';
import { postsLike } from './posts-like.ts';

/** Of how many reports before and after one the words are read. */
const BEFORE = 6;
const AFTER = 2;

/**
 * Reads the reports beside those that are checked in one run: each file once, and only when a rule
 * asks. One that can't be read is none; checking it says why.
 */
export class NeighbourReader {
  readonly #cwd: string;
  readonly #pattern: FilePattern;
  readonly #reports = new Map<string, NeighbourReport>();
  readonly #posts = new Map<string, readonly string[]>();
  readonly #series: SeriesFiles[] = [];

  /**
   * @param pattern the option `file`
   * @param checked reports that are read already
   */
  constructor(pattern: string, cwd: string, checked: readonly Report[]) {
    this.#cwd = cwd;
    this.#pattern = filePattern(pattern);
    for (const report of checked) this.hold(report);
  }

  /** Takes a report as it is read already, or as its file is now. */
  hold(report: Report): void {
    const { path, mark, text } = report;
    const file = resolve(this.#cwd, path);
    if (this.#reports.get(file)?.text === mark + text) return;
    this.#reports.set(file, new NeighbourReport(path, mark + text, () => report));
  }

  /** The values in the name of a report; null when it is none of a series. */
  valuesIn({ path }: Report): MatchedValues | null {
    const own = resolve(this.#cwd, path);
    return this.#seriesOf(own).valuesIn(own);
  }

  of({ path, record }: Report): Neighbours {
    const own = resolve(this.#cwd, path);
    const period = record?.record.period ?? null;
    let words: WordUse[] | undefined;
    return {
      adjacent: () => leniently(() => readAdjacent(this.#seriesOf(own), own, period), []),
      earlier: () =>
        leniently(() => readEarlier(this.#seriesOf(own), own, period), []).map(
          ({ path: shown, file }) => ({ path: shown, report: this.#read(file) }),
        ),
      words: () => {
        words ??= this.#around(own).map((file) => this.#read(file).words);
        return words;
      },
    };
  }

  /** Reports of the same series share its files, which are listed and read once. */
  #seriesOf(own: string): SeriesFiles {
    const root = workingRoot(this.#cwd);
    const found = new SeriesFiles(
      own,
      this.#pattern,
      root,
      this.#cwd,
      (path) => this.#read(path).text,
    );
    const known = this.#series.find(
      (other) => other.root === found.root && other.pattern === found.pattern,
    );
    if (!known) this.#series.push(found);
    return known ?? found;
  }

  #around(own: string): string[] {
    const files = this.#seriesOf(own);
    const all = files.valuesIn(own)
      ? leniently(() => files.reports, []).map(({ path }) => path)
      : this.#postsLike(own);
    const at = all.indexOf(own);
    if (at < 0) return [];
    return [...all.slice(Math.max(0, at - BEFORE), at), ...all.slice(at + 1, at + 1 + AFTER)];
  }

  #postsLike(own: string): readonly string[] {
    const known = this.#posts.get(own);
    if (known) return known;
    const within = boundaryOf(own, this.#cwd);
    const posts = postsLike(own, within, (folder) =>
      leniently(() => listOptional(folder, within), []),
    );
    // They are like each of them.
    for (const path of posts) this.#posts.set(path, posts);
    return posts;
  }

  #read(path: string): NeighbourReport {
    const known = this.#reports.get(path);
    if (known) return known;
    const bytes = leniently(() => readOptionalBytes(path, boundaryOf(path, this.#cwd)), null);
    const report = new NeighbourReport(path, bytes ? new TextDecoder().decode(bytes) : '');
    this.#reports.set(path, report);
    return report;
  }
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
