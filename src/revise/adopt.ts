import type { Draft } from '../report/draft.ts';
import type { Page } from '../report/page.ts';
import { offersOf, type Record } from '../report/record.ts';
import { regionWithHeading } from '../report/regions.ts';

/**
 * The record of a report that was written without devreport: everything it cites counts as offered,
 * and what the draft says around the entries of the sections it has, as deleted.
 *
 * @param latest the record of the draft
 */
export function adopt(page: Page, draft: Draft, latest: Record): Record {
  const others = new Set(page.citations.map(({ item }) => item));
  const sections: Record['sections'] = offersOf(draft)
    .map(({ path, passages, items }) => {
      const cited = Object.entries(items).filter(([item]) => others.has(item));
      return { path, passages, items: Object.fromEntries(cited) };
    })
    .filter(
      ({ path, items }) =>
        regionWithHeading(page.regions, path) !== undefined || Object.keys(items).length > 0,
    );
  for (const item of sections.flatMap(({ items }) => Object.keys(items))) others.delete(item);
  let top = sections.find(({ path }) => path === '');
  if (!top) sections.unshift((top = { path: '', passages: [], items: {} }));
  for (const item of others) top.items[item] = [];
  const { version, period, repository } = latest;
  return { version, period, repository, sections };
}
