import { htmlBlocks } from '../html/html-blocks.ts';
import { frameOf } from './page-view.ts';
import { searchLines } from './search-lines.ts';
import type { SiteOptions } from './site-options.ts';
import { linkToReport, type SiteReport } from './site-report.ts';
import type { SiteWriter } from './site-writer.ts';

/** A page with all lines of all reports, which a script in it hides while somebody looks for words. */
export function searchPage(
  reports: readonly SiteReport[],
  options: SiteOptions,
  writer: SiteWriter,
): string {
  const view = {
    reports: reports.map((report) => ({
      ...linkToReport(report, 'search.html', options.locale),
      lines: htmlBlocks(report.report, report.html())
        .filter(({ isTitle }) => !isTitle)
        .flatMap(({ tree }) => searchLines(tree)),
    })),
  };
  return writer.page('search.hbs', view, frameOf('search.html', { title: 'Search' }, options));
}
