import type { Root } from 'mdast';
import { parseMarkdown } from '../markdown/processor.ts';
import { adopt } from './adopt.ts';
import { entriesApart } from './apart.ts';
import { toEdits } from './write/apply.ts';
import { currentSections } from './current.ts';
import { decide } from './decide.ts';
import { type Draft, entriesIn, readDraft } from '../report/draft.ts';
import { readEdited } from './match/edited.ts';
import { findRecord, type FoundRecord, parseRecord } from '../report/find-record.ts';
import { hashText } from '../report/hash-text.ts';
import { homeOf } from '../report/home.ts';
import { findHomes } from './match/homes.ts';
import type { KnownFacts } from './known-facts.ts';
import { lineEndingAt } from '../markdown/lines.ts';
import { isRecorded, missingSections } from './write/new-sections.ts';
import { readPage } from '../report/page.ts';
import type { Span } from '../markdown/span.ts';
import { offeredItems, type Record, serialiseRecord } from '../report/record.ts';
import { requireAdoptable, requireMerged, requireSamePeriod } from './refuse.ts';
import { type Report, reportOfNewDraft } from './report.ts';
import { rerecord } from './write/rerecord.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';

/** What a rerun may ask of the fresh facts; a draft is made when it is asked for. */
export interface Fresh {
  /** With its record. `home`: the repository whose items it calls `#12`; the first, unless told otherwise. */
  draft: (home?: string) => string;
  /** The draft of `apart.ts`, without a record. */
  apart: (home?: string) => string;
  facts: KnownFacts;
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
  /** The repository that `#12` is of, lower case. */
  home: string | undefined;
}

/**
 * An edited report with what is new in a fresh draft of the same period, and every other byte as
 * its editor left it. Revised again with the same facts it stays the same.
 *
 * @throws {UsageError} `report-conflict`, `report-without-record`, `report-unclosed`, `report-record-damaged`,
 *   `report-record-newer` or `report-other-period`
 */
export function revise(edited: string, fresh: Fresh, options: ReviseOptions): Revision {
  const { server, file } = options;
  const mark = edited.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = edited.slice(mark.length);
  requireMerged(text, file);
  const root = parseMarkdown(text);
  const found = findRecord(text, root, file);
  if (!found) requireAdoptable(text, file, options.adopt === true);
  const unedited = found !== null && mark === '' && isUnedited(text, found);
  if (unedited && !offeredItems(found.record).some(fresh.facts.mayLack)) {
    const draft = fresh.draft();
    const { record } = readFresh(draft, server);
    requireSamePeriod(found.record, record, file);
    return {
      text: draft,
      report: reportOfNewDraft(found.record, record),
      home: record.repository?.toLowerCase(),
    };
  }
  const { edits, record, report } = reviseEdited(text, root, found, fresh, options);
  if (unedited) record.draft = hashText(applyEdits(text.slice(0, found.start), edits));
  const revised = applyEdits(text, [...edits, recordEdit(text, found, record)]);
  return { text: mark + revised, report, home: record.repository?.toLowerCase() };
}

/** The edits that bring what is new into a text, and the record of what it offers then. */
function reviseEdited(
  text: string,
  root: Root,
  found: FoundRecord | null,
  fresh: Fresh,
  { server, file }: ReviseOptions,
): { edits: Edit[]; record: Record; report: Report } {
  const home = found?.record.repository ?? homeOf(root, server);
  const { draft, record: latest } = readFresh(fresh.draft(home), server);
  if (found) requireSamePeriod(found.record, latest, file);
  const page = readPage(text, server, home ?? latest.repository, root);
  const before = found?.record ?? adopt(page, draft, latest);
  const entries = draft.sections.flatMap(entriesIn);
  const view = readEdited(page, before, found?.start ?? text.length, entries);
  const homes = findHomes(view, draft);
  const alone = entriesApart(() => fresh.apart(home), server);
  const decisions = decide(view, entries, homes, alone, fresh.facts);
  const missing = missingSections(view, draft, decisions, homes);
  const current = currentSections(view, draft, decisions, homes);
  const edits = toEdits(view, draft, decisions, homes, current, missing);
  const record = rerecord(view, draft, decisions, [...current, ...missing]);
  // Where nothing came in, the file is as near to the draft it was as before.
  if (edits.length === 0) record.draft = before.draft;
  const again = missing.map(({ path }) => path).filter((path) => isRecorded(before, path));
  return { edits, record, report: { ...decisions.report, again } };
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
  const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text)
    ? ''
    : /[\r\n]$/.test(text)
      ? eol
      : eol + eol;
  return { start: text.length, end: text.length, text: `${blank}${written}${eol}` };
}
