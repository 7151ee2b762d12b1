import { ReportGroups } from '../../report/groups.ts';
import type { Citation } from '../../report/links/citations.ts';
import type { DraftEntry } from '../../report/draft/draft.ts';
import { type hashAmong, readHashOf } from '../../report/record/as-read.ts';
import { hashText } from '../../report/record/hash-text.ts';
import { type Block, type Bullet, withOuter } from '../../report/outline.ts';
import { Offers } from '../../report/record/offers.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import { untouchedEntries } from './untouched-entries.ts';

/** An entry in the file that still reads as it was generated. */
export interface UntouchedEntry {
  bullet: Bullet;
  /** The path of the section it was generated for, wherever it is now. */
  section: string;
  items: string[];
}

/** A passage in the file that still reads as it was generated. */
export interface UntouchedPassage {
  block: Block;
  hash: string;
}

/** A report with its generated text and the editor's distinguished. */
export interface EditedReport {
  report: Report;
  record: ReportRecord;
  groups: ReportGroups;
  /** What the record offered. */
  offers: Offers;
  /** The offset of the record; past the end when the report has none yet. */
  recordAt: number;
  /** In the order of the text. */
  entries: UntouchedEntry[];
  passages: UntouchedPassage[];
  /** The citations in the editor's own words. */
  citations: Citation[];
}

/**
 * @param citations of the whole report
 * @param record of the report, or the one it is adopted with
 * @param fresh the entries that the draft offers now
 * @param hashIn as in `untouchedEntries`
 */
export function readEditedReport(
  report: Report,
  citations: readonly Citation[],
  record: ReportRecord,
  fresh: readonly DraftEntry[],
  hashIn?: typeof hashAmong,
): EditedReport {
  const entries = untouchedEntries(report, citations, record, fresh, hashIn);
  const ours = new Set(entries.map(({ bullet }) => bullet));
  const levels = levelsByItem(fresh);
  const blocks = new Set(
    entries.flatMap(({ bullet: { node, list } }) => (list.node === node ? [list.block] : [])),
  );
  return {
    report,
    record,
    groups: new ReportGroups(report, citations),
    offers: new Offers(record),
    recordAt: report.record?.start ?? report.text.length,
    entries,
    passages: untouchedPassages(report, record).filter(({ block }) => !blocks.has(block)),
    citations: citations
      .filter(
        ({ bullet, block }) =>
          !blocks.has(block) && !withOuter(bullet).some((one) => ours.has(one)),
      )
      .map((citation) => ({ ...citation, bullet: entryAround(citation, levels) })),
  };
}

/** The list item that a link belongs to: where titles are above links in the draft, the one with its title. */
function entryAround({ item, bullet }: Citation, levels: ReadonlyMap<string, number>) {
  const around = withOuter(bullet);
  return around[Math.min(levels.get(item) ?? 0, around.length - 1)] ?? null;
}

function levelsByItem(fresh: readonly DraftEntry[]): Map<string, number> {
  return new Map(
    fresh.flatMap(({ items, levels }) => items.map((item): [string, number] => [item, levels])),
  );
}

function untouchedPassages(
  { text, blocks }: Report,
  { sections }: ReportRecord,
): UntouchedPassage[] {
  const generated = new Set(
    sections.flatMap(({ passages, groups = {} }) => [
      ...passages,
      ...Object.entries(groups).flatMap(([lead, group]) => [lead, ...(group.passages ?? [])]),
    ]),
  );
  return blocks
    .filter(({ node }) => node.type !== 'heading')
    .flatMap((block) => {
      const hash = hashText(text.slice(block.start, block.end));
      if (generated.has(hash)) return [{ block, hash }];
      const asRead = readHashOf(block);
      return asRead !== null && generated.has(asRead) ? [{ block, hash: asRead }] : [];
    });
}
