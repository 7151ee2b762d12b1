import type { FrontMatter } from '../front-matter/front-matter.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { lineEndingAt } from '../markdown/lines.ts';
import { citationsIn } from '../report/links/citations.ts';
import { type Draft, entriesIn } from '../report/draft/draft.ts';
import { textWithRecord } from '../report/draft/draft-record.ts';
import { hashText } from '../report/record/hash-text.ts';
import { offeredItems, type ReportRecord, serialiseRecord } from '../report/record/record.ts';
import { isDraftToTheByte, type Report } from '../report/report.ts';
import { adopt } from './adopt.ts';
import { choose } from './choice/choose.ts';
import type { FateOf, PlannedChange } from './choice/planned-change.ts';
import { decide } from './decide.ts';
import { type FrontMatterRevision, leaveFrontMatter } from './front-matter/leave-front-matter.ts';
import type { KnownFacts } from './known-facts.ts';
import { currentSections } from './match/current-sections.ts';
import { type EditedReport, readEditedReport } from './match/edited-report.ts';
import { waitingItems } from './match/waiting.ts';
import { withWholeHashes } from './match/whole-hashes.ts';
import { placesIn } from './match/places.ts';
import type { PlaceOf } from './match/section-places.ts';
import { singleEntries } from './match/single-entries.ts';
import { type RerunResult, resultOf, resultOfNewDraft } from './rerun-result.ts';
import { editsOf } from './write/edits-of.ts';
import { newRecord } from './write/new-record.ts';
import type { Insertion } from './write/spot.ts';
import { isRecorded, missingSections } from './write/new-sections.ts';

/** A draft of the report's period from fresh facts. */
export interface FreshDraft {
  draft: Draft;
  record: ReportRecord;
  frontMatter: FrontMatter | null;
  /** The same with an entry for each pull request; null when every entry is of one item. */
  separate: Draft | null;
  facts: KnownFacts;
  /** Whether it replaces the report, as `isReplaceable` decides, instead of being brought into it. */
  replaces: boolean;
  /** Where the repositories are, without a trailing slash. */
  server: string;
}

export interface Revision {
  text: string;
  result: RerunResult;
  /** The repository of `#12`, lower case. */
  home: string | undefined;
}

/**
 * Brings a fresh draft into a report: new entries are added, untouched ones refreshed, and every
 * other byte stays as its editor left it. Revising again with the same facts changes nothing.
 *
 * @param report one that `requireRevisable` accepts
 * @param seen the items (`owner/name#number`, lower case) whose changes the editor has seen
 * @param frontMatter what becomes of the report's front matter
 */
export function revise(
  report: Report,
  fresh: FreshDraft,
  seen: ReadonlySet<string> = new Set(),
  frontMatter = leaveFrontMatter(report),
): Revision {
  if (report.record && fresh.replaces) {
    return {
      text: textWithRecord(fresh.draft.outline.text, fresh.record),
      result: resultOfNewDraft(report.record.record, fresh.record),
      home: fresh.record.repository?.toLowerCase(),
    };
  }
  const { edits, recordEdit, result, home } = reviseEdited(report, fresh, { seen, frontMatter });
  const { text, mark } = report;
  return { text: mark + applyEdits(text, [...edits, recordEdit]), result, home };
}

export interface RevisionOptions {
  /** The items (`owner/name#number`, lower case) whose changes the editor has seen. */
  seen?: ReadonlySet<string>;
  frontMatter?: FrontMatterRevision;
  /** What becomes of each change; all are made unless it says otherwise. */
  fateOf?: FateOf;
  /** Whether to treat the report as the draft that it still is: what the fresh one lacks is removed. */
  isDraft?: boolean;
}

/** A revision as edits of the text. */
export interface EditedRevision extends Omit<Revision, 'text'> {
  edits: Edit[];
  recordEdit: Edit;
  record: ReportRecord;
  edited: EditedReport;
  /** All that there are, whatever becomes of them. */
  changes: PlannedChange[];
  inserted: Insertion[];
  placeOf: PlaceOf;
}

/** The edits that bring a fresh draft, or some of its changes, into a report. */
export function reviseEdited(
  report: Report,
  { draft, record: latest, separate, facts, server }: FreshDraft,
  {
    seen = new Set(),
    frontMatter = leaveFrontMatter(report),
    fateOf = () => 'made',
    isDraft = false,
  }: RevisionOptions,
): EditedRevision {
  const offered = [latest, ...(report.record ? [report.record.record] : [])].flatMap(offeredItems);
  const citations = withWholeHashes(citationsIn(report, server, latest.repository), offered);
  const before = report.record?.record ?? adopt(report, citations, latest, server);
  const entries = draft.sections.flatMap(entriesIn);
  const edited = readEditedReport(report, citations, before, entries);
  const places = placesIn(edited, draft);
  const { sections: placeOf } = places;
  const single = singleEntries(separate ?? draft, entries);
  const chosen = choose(decide(edited, entries, places, single, facts, isDraft), fateOf);
  const missing = missingSections(edited, draft, chosen.made, placeOf);
  const current = currentSections(edited, draft, chosen.recorded, placeOf);
  const made = editsOf(...([edited, draft, chosen, places, current, missing] as const), fateOf);
  const edits = [...frontMatter.edits, ...made.edits];
  const waiting = waitingItems(report, server);
  for (const { item } of edited.citations) waiting.delete(item);
  for (const item of made.commented.flatMap(({ items }) => items)) waiting.add(item);
  const unplaceable = draft.sections.flatMap((section) =>
    section.unplaceable.flatMap(({ items }) => items),
  );
  const result = resultOf(
    ...([edited, entries, chosen, placeOf, facts, waiting, seen, unplaceable] as const),
  );
  const pending = new Set(result.changed.map(({ item }) => item));
  const record = newRecord(edited, draft, chosen, [...current, ...missing], made, {
    ...{ pending, unshown: new Set(result.unshown), seen, facts },
  });
  const changes = [...made.changes, ...frontMatter.changes];
  record.draft = draftHash(
    report,
    edits,
    changes.some((one) => fateOf(one) === 'dismissed'),
  );
  record.frontMatter = frontMatter.recorded;
  const again = missing.map(({ path }) => path).filter((path) => isRecorded(before, path));
  return {
    edits,
    recordEdit: recordEditOf(report, record),
    record,
    result: { ...result, again, frontMatter: frontMatter.result },
    home: record.repository?.toLowerCase(),
    ...{ edited, changes, placeOf },
    inserted: made.inserted,
  };
}

/** The hash of the draft that a report still is. */
function draftHash(
  report: Report,
  edits: readonly Edit[],
  isDecided: boolean,
): ReportRecord['draft'] {
  if (!report.record || isDecided) return undefined;
  if (isDraftToTheByte(report))
    return hashText(applyEdits(report.text.slice(0, report.record.start), edits));
  // Without edits, the file is as close to the draft it was as before.
  return edits.length === 0 ? report.record.record.draft : undefined;
}

function recordEditOf({ text, record: found }: Report, record: ReportRecord): Edit {
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
