import type { Citation } from '../report/links/citations.ts';
import { quotedItems } from '../report/links/cited-items.ts';
import type { ReportRecord } from '../report/record/record.ts';
import type { Report } from '../report/report.ts';
import { sectionAt } from '../report/sections.ts';

/**
 * The record of a report that was written without devreport: everything it cites counts as offered,
 * even in code and comments, and the draft's passages in the sections it has count as deleted.
 *
 * @param latest the record of the draft
 */
export function adopt(
  { sections: inReport, root }: Report,
  citations: readonly Citation[],
  latest: ReportRecord,
  server: string,
): ReportRecord {
  const quoted = quotedItems(root, server, latest.repository);
  const others = new Set([...citations.map(({ item }) => item), ...quoted]);
  const sections: ReportRecord['sections'] = latest.sections
    .map(({ path, passages, items }) => {
      const cited = Object.entries(items).filter(([item]) => others.has(item));
      return { path, passages, items: Object.fromEntries(cited) };
    })
    .filter(
      ({ path, items }) => sectionAt(inReport, path) !== undefined || Object.keys(items).length > 0,
    );
  for (const item of sections.flatMap(({ items }) => Object.keys(items))) others.delete(item);
  let top = sections.find(({ path }) => path === '');
  if (!top) sections.unshift((top = { path: '', passages: [], items: {} }));
  for (const item of others) top.items[item] = [];
  const { version, period, repository, facts } = latest;
  return { version, period, repository, sections, ...(facts && { facts }) };
}
