import { UsageError } from '../errors.ts';
import { adopt } from './adopt.ts';
import { entriesApart } from './apart.ts';
import { toEdits } from './apply.ts';
import { currentSections } from './current.ts';
import { decide } from './decide.ts';
import { type Draft, entriesIn, readDraft } from './draft.ts';
import { readEdited } from './edited.ts';
import { hashText } from './hash-text.ts';
import { findHomes } from './homes.ts';
import { lineEndingAt } from './lines.ts';
import { missingSections } from './new-sections.ts';
import { readPage, type Span } from './page.ts';
import { findRecord, parseRecord, type Record, serialiseRecord } from './record.ts';
import { type Report, reportOfNewDraft } from './report.ts';
import { rerecord } from './rerecord.ts';
import { type Edit, splice } from './splice.ts';

export interface ReviseOptions {
  /** Where the repositories live, without a trailing slash. */
  server: string;
  /** The name of the edited file, for errors. */
  file: string;
  /** Take on a file that has no record. */
  adopt?: boolean;
  /** The draft of `apart.ts`; asked for only if a pull request needs an entry by itself. */
  apart: () => string;
}

export interface Revision {
  text: string;
  report: Report;
}

/**
 * An edited report with what is new in a fresh draft of the same period, and every other byte as
 * its editor left it. Revised again with the same draft it stays the same.
 *
 * @param draft with its record
 * @throws {UsageError} `report-without-record`, `report-record-damaged` or `report-other-period`
 */
export function revise(edited: string, draft: string, options: ReviseOptions): Revision {
  const { server, file } = options;
  const fresh = readFresh(draft, server);
  const mark = edited.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = edited.slice(mark.length);
  const page = readPage(text, server, fresh.draft.labels);
  const found = findRecord(text, page.root, file);
  if (!found && options.adopt !== true) throw withoutRecord(file);
  if (found) requireSamePeriod(found.record, fresh.record, file);
  if (found && mark === '' && isUnedited(text, found)) {
    return { text: draft, report: reportOfNewDraft(found.record, fresh.record) };
  }
  const record = found?.record ?? adopt(page, fresh.draft, fresh.record.period);
  const entries = fresh.draft.sections.flatMap(entriesIn);
  const view = readEdited(page, record, found?.start ?? text.length, entries);
  const homes = findHomes(view, fresh.draft);
  const decisions = decide(view, entries, homes, entriesApart(options.apart, server));
  const missing = missingSections(view, fresh.draft, decisions, homes);
  const current = currentSections(view, fresh.draft, decisions, homes);
  const edits = toEdits(view, fresh.draft, decisions, homes, current, missing);
  const next = rerecord(view, fresh.draft, decisions, [...current, ...missing]);
  const whole = edits.length === 0 ? { ...next, draft: record.draft } : next;
  const revised = splice(text, [...edits, recordEdit(text, found, whole)]);
  if (!found) requireReadable(revised, file);
  return { text: mark + revised, report: decisions.report };
}

interface Fresh {
  draft: Draft;
  record: Record;
}

function readFresh(text: string, server: string): Fresh {
  const at = text.lastIndexOf('<!-- devreport record');
  const found = parseRecord(text.slice(Math.max(0, at)), 'the draft');
  if (!found) throw new Error('a draft has a record');
  return { draft: readDraft(text.slice(0, at), server), record: found };
}

/** Whether the file is a draft to the last byte; another kind of line ending is an edit too. */
function isUnedited(text: string, { record, start, end }: Span & { record: Record }): boolean {
  const draft = text.slice(0, start);
  return (
    record.draft === hashText(draft) &&
    draft === `${draft.trim()}\n\n` &&
    text.slice(end) === '\n' &&
    !text.includes('\r')
  );
}

function recordEdit(text: string, found: Span | null, record: Record): Edit {
  const eol = lineEndingAt(text, found?.start ?? text.length);
  const written = serialiseRecord(record).replaceAll('\n', eol);
  if (found) return { start: found.start, end: found.end, text: written };
  const blank = /[\r\n]$/.test(text) ? eol : eol + eol;
  return { start: text.length, end: text.length, text: `${blank}${written}${eol}` };
}

function withoutRecord(file: string): UsageError {
  return new UsageError(
    'report-without-record',
    `${file} has no record of what devreport wrote into it, so it was left alone.`,
    {
      hint: 'Run again with --adopt to take it on: what it cites stays as it is, what is missing is added.',
    },
  );
}

function requireSamePeriod({ period: had }: Record, { period: has }: Record, file: string): void {
  if (had.start === has.start && had.end === has.end) return;
  throw new UsageError(
    'report-other-period',
    `${file} reports on ${had.start} to ${had.end}, not on ${has.start} to ${has.end}.`,
    { hint: 'Ask for its own period, or write this one into another file with -o.' },
  );
}

/** A record at the end of a file is lost inside a code block or a comment that nothing closes. */
function requireReadable(text: string, file: string): void {
  if (parseRecord(text, file)) return;
  throw new UsageError(
    'report-unclosed',
    `${file} ends inside a code block or a comment, where no record can be kept.`,
    { hint: 'Close it, and run again.' },
  );
}
