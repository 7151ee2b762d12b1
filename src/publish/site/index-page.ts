import { frameOf } from './page-view.ts';
import type { SiteOptions } from './site-options.ts';
import { linkToReport, type SiteReport } from './site-report.ts';
import type { SiteWriter } from './site-writer.ts';

/** The first page: all reports by year. */
export function indexPage(
  reports: readonly SiteReport[],
  options: SiteOptions,
  writer: SiteWriter,
): string {
  const { title, locale } = options;
  const years = new Map<string, object[]>();
  for (const report of reports) {
    const { highlights, beginning } = report;
    const year = report.date.slice(0, 4) || 'Without a date';
    const listed = years.get(year) ?? [];
    listed.push({ ...linkToReport(report, 'index.html', locale), highlights, beginning });
    years.set(year, listed);
  }
  const view = { title, years: [...years].map(([year, listed]) => ({ year, reports: listed })) };
  return writer.page('index.hbs', view, frameOf('index.html', { title }, options));
}
