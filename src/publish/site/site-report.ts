import type { HtmlOptions } from '../html/html-blocks.ts';
import { type Highlights, highlightsOf } from './highlights.ts';
import { pagePath, pathBetween } from './pages-path.ts';
import { dayView, periodView, type ReportLink } from './page-view.ts';
import type { PublishedReport } from './published-report.ts';
import { fromPage, reportAddresses } from './report-addresses.ts';
import { contentsOf, type ReportContents } from './report-contents.ts';
import type { SiteOptions } from './site-options.ts';

/** A published report with everything that the pages show of it. */
export interface SiteReport extends PublishedReport, Highlights, ReportContents {
  /** The path of its page. */
  page: string;
  /** How its HTML is written for a file of the site, or for elsewhere. */
  html: (to?: (path: string) => string) => HtmlOptions;
}

/** The reports of a site, the newest first. */
export function siteReports(
  reports: readonly PublishedReport[],
  options: SiteOptions,
): SiteReport[] {
  const files = new Set(reports.map(({ report }) => report.path));
  return reports
    .map((published): SiteReport => {
      const { report, home } = published;
      const page = pagePath(report.path);
      return {
        ...published,
        ...highlightsOf(report),
        ...contentsOf(published, options.server),
        page,
        html: (to = fromPage(page)) => ({
          server: options.server,
          home,
          ...reportAddresses(report.path, files, options, to),
        }),
      };
    })
    .sort((a, b) => (a.date === b.date ? (a.page < b.page ? 1 : -1) : a.date < b.date ? 1 : -1));
}

/** A link to a report from another page. */
export function linkToReport(report: SiteReport, from: string, locale: string): ReportLink {
  return {
    href: pathBetween(from, report.page),
    title: report.title,
    date: dayView(report.date, locale),
    period: periodView(report, locale),
  };
}
