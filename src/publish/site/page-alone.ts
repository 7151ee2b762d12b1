import { reportPage } from './report-page.ts';
import type { PublishedReport } from './published-report.ts';
import type { SiteOptions } from './site-options.ts';
import { siteReports } from './site-report.ts';
import { siteWriter } from './site-writer.ts';

/**
 * The page of one report, without a site around it. Its images are where they are.
 *
 * @throws {UsageError} `site-template-invalid`
 */
export function pageAlone(report: PublishedReport, options: Omit<SiteOptions, 'images'>): string {
  const [found] = siteReports([report], { ...options, images: new Set() });
  if (!found) return '';
  const inPlace = { ...found, html: () => ({ ...found.html(), imageAddress: undefined }) };
  return reportPage(
    inPlace,
    null,
    { ...options, images: new Set() },
    siteWriter(options.templates),
  );
}
