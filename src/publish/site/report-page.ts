import { plainText } from '../../markdown/plain-text.ts';
import { reportHtml } from '../html/report-html.ts';
import { dayView, frameOf, type PageFrame, periodView } from './page-view.ts';
import type { SiteOptions } from './site-options.ts';
import { linkToReport, type SiteReport } from './site-report.ts';
import type { SiteWriter } from './site-writer.ts';

/**
 * The page of a report.
 *
 * @param beside the reports before and after it; null for a page that is alone
 */
export function reportPage(
  report: SiteReport,
  beside: { previous: SiteReport | undefined; next: SiteReport | undefined } | null,
  options: SiteOptions,
  writer: SiteWriter,
): string {
  const { locale } = options;
  const { page, title, date } = report;
  const link = (other: SiteReport | undefined) =>
    other ? linkToReport(other, page, locale) : null;
  const previous = link(beside?.previous);
  const next = link(beside?.next);
  const frame: PageFrame = frameOf(
    page,
    { title, date, description: descriptionOf(report), previous, next },
    options,
  );
  const view = {
    title,
    date: dayView(date, locale),
    period: periodView(report, locale),
    html: reportHtml(report.report, report.html(), { withoutTitle: true }),
    hasNeighbours: previous !== null || next !== null,
    previous,
    next,
  };
  if (beside) return writer.page('report.hbs', view, frame);
  const alone = {
    ...frame,
    page: { ...frame.page, fullTitle: title, url: null },
    links: null,
    feeds: null,
  };
  return writer.page('report.hbs', view, alone);
}

/** What others show of a report in one line. */
export function descriptionOf({ highlights, beginning }: SiteReport): string {
  return plainText(highlights.length > 0 ? highlights.join(' · ') : beginning);
}
