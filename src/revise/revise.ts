import { UsageError } from '../errors.ts';
import { parseMarkdown } from '../markdown/processor.ts';
import { adopt } from './adopt.ts';
import { entriesApart } from './apart.ts';
import { toEdits } from './apply.ts';
import { currentSections } from './current.ts';
import { decide } from './decide.ts';
import { type Draft, entriesIn, readDraft } from './draft.ts';
import { readEdited } from './edited.ts';
import { findRecord, type FoundRecord, parseRecord } from './find-record.ts';
import { hashText } from './hash-text.ts';
import { findHomes } from './homes.ts';
import { lineEndingAt } from './lines.ts';
import { missingSections } from './new-sections.ts';
import { readPage, type Span } from './page.ts';
import { offeredItems, type Record, serialiseRecord } from './record.ts';
import { type Report, reportOfNewDraft } from './report.ts';
import { rerecord } from './rerecord.ts';
import { type Edit, splice } from './splice.ts';
import { unclosedIn } from './unclosed.ts';
import { homeOf } from './home.ts';

/** What a rerun may ask of the fresh facts; a draft is made when it is asked for. */
export interface Fresh {
  /** With its record. `home`: the repository whose items it calls `#12`; the first, unless told otherwise. */
  draft: (home?: string) => string;
  /** The draft of `apart.ts`, without a record. */
  apart: (home?: string) => string;
  /** Whether they are incomplete, and the item (`owner/name#number`, lower case) is not among them. */
  mayLack: (item: string) => boolean;
}

export interface ReviseOptions {
  /** Where the repositories live, without a trailing slash. */
  server: string;
  /** The name of the edited file, for errors. */
  file: string;
  /** Take on a file that has no record. */
  adopt?: boolean;
}

export interface Revision {
  text: string;
  report: Report;
}

/**
 * An edited report with what is new in a fresh draft of the same period, and every other byte as
 * its editor left it. Revised again with the same facts it stays the same.
 *
 * @throws {UsageError} `report-without-record`, `report-unclosed`, `report-record-damaged`,
 *   `report-record-newer` or `report-other-period`
 */
export function revise(edited: string, fresh: Fresh, options: ReviseOptions): Revision {
  const { server, file } = options;
  const mark = edited.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = edited.slice(mark.length);
  const root = parseMarkdown(text);
  const found = findRecord(text, root, file);
  if (!found) requireAdoptable(text, options);
  const unedited = found !== null && mark === '' && isUnedited(text, found);
  if (unedited && !offeredItems(found.record).some(fresh.mayLack)) {
    const draft = fresh.draft();
    const { record } = readFresh(draft, server);
    requireSamePeriod(found.record, record, file);
    return { text: draft, report: reportOfNewDraft(found.record, record) };
  }

  const home = found?.record.repository ?? homeOf(root, server);
  const { draft, record: latest } = readFresh(fresh.draft(home), server);
  if (found) requireSamePeriod(found.record, latest, file);
  const page = readPage(text, server, home ?? latest.repository, root);
  const record = found?.record ?? adopt(page, draft, latest);
  const entries = draft.sections.flatMap(entriesIn);
  const view = readEdited(page, record, found?.start ?? text.length, entries);
  const homes = findHomes(view, draft);
  const alone = entriesApart(() => fresh.apart(home), server);
  const decisions = decide(view, entries, homes, alone, fresh.mayLack);
  const missing = missingSections(view, draft, decisions, homes);
  const current = currentSections(view, draft, decisions, homes);
  const edits = toEdits(view, draft, decisions, homes, current, missing);
  const next = rerecord(view, draft, decisions, [...current, ...missing]);
  const isSame = edits.length === 0;
  const body = unedited && !isSame ? splice(text.slice(0, found.start), edits) : null;
  const whole = {
    ...next,
    draft: body === null ? (isSame ? record.draft : undefined) : hashText(body),
  };
  const revised = splice(text, [...edits, recordEdit(text, found, whole)]);
  return { text: mark + revised, report: decisions.report };
}

function readFresh(text: string, server: string): { draft: Draft; record: Record } {
  const at = text.lastIndexOf('<!-- devreport record');
  const record = parseRecord(text.slice(Math.max(0, at)), 'the draft');
  if (!record) throw new Error('a draft has a record');
  return { draft: readDraft(text.slice(0, at), server), record };
}

/** Whether the file is a draft to the last byte; another kind of line ending is an edit too. */
function isUnedited(text: string, { record, start, end }: FoundRecord): boolean {
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

/** A file without a record is taken on if that is wanted, and if a record can be kept in it. */
function requireAdoptable(text: string, { file, adopt: isWanted }: ReviseOptions): void {
  if (isWanted !== true) {
    throw new UsageError(
      'report-without-record',
      `${file} has no record of what devreport wrote into it, so it was left alone.`,
      {
        hint: 'Run again with --adopt to take it on: what it cites stays as it is, what is missing is added.',
      },
    );
  }
  const around = unclosedIn(text);
  if (!around) return;
  throw new UsageError(
    'report-unclosed',
    `${file} ends inside the ${around.what} that begins in line ${around.line} and is never closed: no record can be kept there.`,
    { hint: `Close the ${around.what}, and run again.` },
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
