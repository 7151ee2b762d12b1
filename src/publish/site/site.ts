import { UsageError } from '../../errors.ts';
import { feedsOf } from './feeds.ts';
import { indexPage } from './index-page.ts';
import { peoplePages } from './people-pages.ts';
import type { PublishedReport } from './published-report.ts';
import { reportPage } from './report-page.ts';
import { repositoryPages } from './repository-pages.ts';
import { searchPage } from './search-page.ts';
import type { SiteOptions } from './site-options.ts';
import { siteReports } from './site-report.ts';
import { siteWriter } from './site-writer.ts';
import { sitemapOf } from './sitemap.ts';

/**
 * The files of a site, by their paths in it, without its images. The same reports and options make the same
 * files.
 *
 * @param published reports that are no drafts, in any order
 * @throws {UsageError} `site-template-invalid`, and `site-page-twice` when a report has the path of another page
 */
export function siteOf(
  published: readonly PublishedReport[],
  options: SiteOptions,
): Map<string, string> {
  const writer = siteWriter(options.templates);
  const reports = siteReports(published, options);
  const updated = new Map(reports.map((report) => [report.page, report.updated]));
  const pages: [string, string][] = [
    ['index.html', indexPage(reports, options, writer)],
    ...reports.map((report, index): [string, string] => {
      const beside = { previous: reports[index + 1], next: reports[index - 1] };
      return [report.page, reportPage(report, beside, options, writer)];
    }),
    ...peoplePages(reports, options, writer),
    ...repositoryPages(reports, options, writer),
    ['search.html', searchPage(reports, options, writer)],
  ];
  const { base } = options;
  const newest = [...updated.values()].sort().at(-1);
  const entries = pages.map(([path]) => ({ path, lastmod: updated.get(path) ?? newest }));
  const files = [
    ...pages,
    ...(base === null ? [] : feedsOf(reports, { ...options, base })),
    ...(base === null ? [] : [['sitemap.xml', sitemapOf(entries, base)] as const]),
  ];
  return withoutDoubles(files);
}

function withoutDoubles(files: readonly (readonly [string, string])[]): Map<string, string> {
  const site = new Map<string, string>();
  // Some disks ignore the case of names.
  const taken = new Set<string>();
  for (const [path, text] of files) {
    if (taken.has(path.toLowerCase()))
      throw new UsageError('site-page-twice', `Two pages of the site would be ${path}.`, {
        hint: 'Rename the report: index, search, people/ and repositories/ are pages of the site.',
      });
    taken.add(path.toLowerCase());
    site.set(path, text);
  }
  return site;
}
