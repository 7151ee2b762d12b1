import { readsAs } from '../record/as-read.ts';
import { withOuter } from '../outline.ts';
import { isUnedited, type Report } from '../report.ts';
import { type DraftEntry, entriesIn } from './draft.ts';
import { draftSections } from './draft-sections.ts';

/**
 * The paths of the sections in which every entry is still as it was generated, in the order of the record;
 * empty without a record. Citations are links to `server`.
 */
export function untouchedSections(report: Report, server: string): string[] {
  if (!report.record) return [];
  const offering = report.record.record.sections.filter(
    ({ items }) => Object.keys(items).length > 0,
  );
  if (isUnedited(report)) return offering.map(({ path }) => path);
  const now = new Map(
    draftSections(report, server).map((section) => [section.path, byItem(entriesIn(section))]),
  );
  return offering
    .filter(({ path, items }) =>
      Object.entries(items).every(([item, hashes]) =>
        isGenerated(now.get(path)?.get(item) ?? [], new Set(hashes)),
      ),
    )
    .map(({ path }) => path);
}

function byItem(entries: readonly DraftEntry[]): Map<string, DraftEntry[]> {
  const found = new Map<string, DraftEntry[]>();
  for (const entry of entries) {
    for (const item of entry.items) {
      const own = found.get(item) ?? [];
      own.push(entry);
      found.set(item, own);
    }
  }
  return found;
}

function isGenerated(own: readonly DraftEntry[], generated: ReadonlySet<string>): boolean {
  // Without the facts, a title above links passes for the name of a group.
  const reads = ({ bullet }: DraftEntry) =>
    withOuter(bullet).some((one) => readsAs(one, generated));
  return own.length > 0 && own.every(reads);
}
