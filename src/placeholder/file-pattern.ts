import { type FileSegment, readSegment } from './file-segment.ts';
import { fillPlaceholders, placeholderNames, placeholderProblem } from './placeholders.ts';
import {
  fileKinds,
  type FilePlaceholder,
  type FileValues,
  type PeriodPlaceholder,
} from './report-placeholders.ts';

/** The paths of the reports of a series, like `blog/{date}-twin{number:4}.md`. */
export interface FilePattern {
  source: string;
  /** Its folders, then the name of the file. */
  segments: readonly FileSegment[];
  names: ReadonlySet<FilePlaceholder>;
}

/** A pattern, or why a text is none, to follow “the text is”. */
export type ParsedFilePattern =
  | { pattern: FilePattern; problem?: never; isPath?: never }
  | {
      pattern?: never;
      problem: string;
      /** Whether it can name a file all the same: its only problem is that reports would share it. */
      isPath: boolean;
    };

/** UTF-16 units. */
const LONGEST = 500;

const EXAMPLE = 'name a file below the root of the checkout, like reports/{date}.md';

/** Reads the value of `file:`. */
export function parseFilePattern(source: string): ParsedFilePattern {
  const problem = pathProblem(source) ?? placeholdersProblem(source);
  if (problem !== null) return none(problem);
  const segments: FileSegment[] = [];
  for (const written of source.split('/')) {
    const segment = readSegment(written);
    if (typeof segment === 'string') return none(segment);
    segments.push(segment);
  }
  const names = new Set(segments.flatMap((segment) => segment.names));
  if (tellsApart(names)) return { pattern: { source, segments, names } };
  return {
    ...none(
      'two reports could have the same name; add {date}, {start}, {end}, {week}, {number}, or all of {year}, {month} and {day}',
    ),
    isPath: true,
  };
}

/** The pattern of a config, which the schema has checked. */
export function filePattern(source: string): FilePattern {
  const { pattern, problem } = parseFilePattern(source);
  if (pattern) return pattern;
  throw new Error(`${source} is ${problem}`);
}

/** The path of a report. */
export function fillFilePattern({ source }: FilePattern, values: FileValues): string {
  return fillPlaceholders(source, values);
}

/** The folder that all paths of a pattern are in, without a slash at its end; null for several. */
export function folderOf({ segments }: FilePattern): string | null {
  const folders = segments.slice(0, -1);
  return folders.every(({ names }) => names.length === 0)
    ? folders.map(({ source }) => source).join('/')
    : null;
}

/** Whether the names of a pattern have the day that a report is about. */
export function namesDay({ names }: Pick<FilePattern, 'names'>): boolean {
  const days: readonly PeriodPlaceholder[] = ['date', 'start', 'end', 'week'];
  const parts: readonly PeriodPlaceholder[] = ['year', 'month', 'day'];
  return days.some((name) => names.has(name)) || parts.every((name) => names.has(name));
}

function tellsApart(names: FilePattern['names']): boolean {
  return names.has('number') || namesDay({ names });
}

function none(why: string) {
  return { problem: `not a file pattern: ${why}`, isPath: false };
}

function pathProblem(source: string): string | null {
  if (source.length > LONGEST)
    return `it has ${source.length} characters, and may have ${LONGEST} at most`;
  if (/[\\\p{Cc}]/u.test(source)) return `it has a backslash or a control character; ${EXAMPLE}`;
  if (/^\/|^[a-z]:/i.test(source)) return `it is an absolute path; ${EXAMPLE}`;
  const segments = source.split('/');
  if (segments.includes('..')) return `it leads out of its folder with “..”; ${EXAMPLE}`;
  if (segments.some((segment) => /^\.?$/.test(segment))) return `it has an empty part; ${EXAMPLE}`;
  return segments.some((segment) => /^\.git$/i.test(segment))
    ? `it leads into the files of git; ${EXAMPLE}`
    : null;
}

function placeholdersProblem(source: string): string | null {
  const problem = placeholderProblem(source, fileKinds);
  if (problem === null) return null;
  const allowed = placeholderNames(fileKinds).join(', ');
  return `${problem}; the placeholders are ${allowed}, and {number:4} for at least four digits`;
}
