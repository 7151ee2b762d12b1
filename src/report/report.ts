import type { Definition } from 'mdast';
import { UsageError } from '../errors.ts';
import type { Span } from '../markdown/span.ts';
import { definitionsOf } from './links/cited-items.ts';
import { findRecord, type FoundRecord } from './record/find-record.ts';
import { frontMatterIn, titleLineIn } from '../front-matter/front-matter-in.ts';
import { parseReport } from '../front-matter/front-matter-document.ts';
import type { SectionHeading } from './sections.ts';
import { hashText } from './record/hash-text.ts';
import { type Outline, outlineOf } from './outline.ts';

/**
 * A report file, read once for everything that works on it. Offsets are those of `text`; front
 * matter is one `yaml` block at its start.
 */
export interface Report extends Outline {
  /** As messages name it. */
  path: string;
  /** The byte order mark before the text, or nothing. */
  mark: string;
  /** By identifier. */
  definitions: ReadonlyMap<string, Definition>;
  /** Null when it has none, or a damaged one. */
  record: FoundRecord | null;
  /** Why its record can't be read; null when it can, or when it has none. */
  damage: UsageError | null;
}

export interface ReportFile {
  path: string;
  text: string;
}

const MARK = '\uFEFF';

/**
 * Reads a report. A damaged record is part of the value.
 *
 * @throws {UsageError} `markdown-too-complex`
 */
export function readReport({ path, text: given }: ReportFile): Report {
  const mark = given.startsWith(MARK) ? MARK : '';
  const text = given.slice(mark.length);
  const root = parseReport(text, path);
  return {
    ...outlineOf(text, root),
    path,
    mark,
    definitions: definitionsOf(root),
    ...recordIn(text, root, path),
  };
}

function recordIn(
  text: string,
  root: Outline['root'],
  path: string,
): Pick<Report, 'record' | 'damage'> {
  try {
    return { record: findRecord(text, root, path), damage: null };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { record: null, damage: error };
  }
}

/** Whether a report still reads as it was drafted. */
export function isUnedited({ text, record }: Report): boolean {
  return record !== null && record.record.draft === hashText(text.slice(0, record.start));
}

/** Whether it is the draft to the last byte: other line endings are an edit, too. */
export function isDraftToTheByte(report: Report): boolean {
  const { text, mark, record } = report;
  if (record === null) return false;
  const draft = text.slice(0, record.start);
  return (
    isUnedited(report) &&
    mark === '' &&
    draft === `${draft.trim()}\n\n` &&
    text.slice(record.end) === '\n' &&
    !text.includes('\r')
  );
}

/** The heading with the title: the first one, unless only front matter has a title of the whole. */
export function titleHeading({ sections, text }: Report): SectionHeading | null {
  const headings = sections.flatMap(({ heading }) => heading ?? []);
  const found = frontMatterIn(text);
  const isAbove = found && titleLineIn(found) && headings.every(({ depth }) => depth > 1);
  return isAbove ? null : (headings[0] ?? null);
}

/** Where a finding about the whole report points at: its title; its start without any. */
export function titleSpan(report: Report): Span {
  const heading = titleHeading(report);
  if (heading) return { start: heading.start, end: heading.end };
  const found = frontMatterIn(report.text);
  const line = found && titleLineIn(found);
  return line
    ? { start: found.start + line.start, end: found.start + line.end }
    : { start: 0, end: 0 };
}
