import { Feed } from 'feed';
import { encodePath } from '../../markdown/encode-path.ts';
import { jsonText } from '../../snapshot/json-text.ts';
import { reportHtml } from '../html/report-html.ts';
import { siteAddress, languageOf } from './page-view.ts';
import { descriptionOf } from './report-page.ts';
import type { SiteOptions } from './site-options.ts';
import type { SiteReport } from './site-report.ts';

/** How many of the newest reports a feed has. */
const MOST = 20;

interface FeedOptions extends SiteOptions {
  base: string;
}

/** The Atom feed and the JSON feed of a site. Their ids are the addresses of the pages. */
export function feedsOf(
  reports: readonly SiteReport[],
  options: FeedOptions,
): [path: string, text: string][] {
  const newest = reports.slice(0, MOST);
  if (newest.length === 0) return [];
  const entries = newest.map((report) => ({
    report,
    address: siteAddress(report.page, options.base),
    html: contentOf(report, options.base),
  }));
  return [
    ['feed.atom', `${atomFeed(entries, options)}\n`],
    ['feed.json', `${jsonText(jsonFeed(entries, options), 2)}\n`],
  ];
}

interface FeedEntry {
  report: SiteReport;
  address: string;
  html: string;
}

function contentOf({ report, html }: SiteReport, base: string): string {
  const options = html((path) => base + encodePath(path));
  return withoutControls(reportHtml(report, options, { withoutTitle: true }));
}

function atomFeed(
  entries: readonly FeedEntry[],
  { title: given, base, ...options }: FeedOptions,
): string {
  const title = withoutControls(given);
  const times = entries.map(({ report }) => Date.parse(report.updated));
  const feed = new Feed({
    id: base,
    link: base,
    title,
    language: languageOf(options),
    updated: new Date(Math.max(...times)),
    generator: false,
    author: { name: title },
    feedLinks: { atom: `${base}feed.atom` },
  });
  for (const { report, address, html } of entries) {
    const published = publishedAt(report);
    feed.addItem({
      id: address,
      link: address,
      // The library gives titles and summaries as HTML.
      title: escapeHtml(report.title),
      date: new Date(report.updated),
      ...(published === null ? {} : { published: new Date(published) }),
      description: escapeHtml(descriptionOf(report)),
      // It comes into a section that this would end.
      content: html.replaceAll(']]>', ']]&gt;'),
    });
  }
  return feed.atom1();
}

/** By version 1.1 of the format, which the library doesn't write. */
function jsonFeed(entries: readonly FeedEntry[], { title, base, ...options }: FeedOptions): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: base,
    feed_url: `${base}feed.json`,
    language: languageOf(options),
    items: entries.map(({ report, address, html }) => {
      const published = publishedAt(report);
      const summary = descriptionOf(report);
      return {
        id: address,
        url: address,
        title: report.title,
        ...(summary === '' ? {} : { summary }),
        ...(published === null ? {} : { date_published: published }),
        date_modified: report.updated,
        content_html: html,
      };
    }),
  };
}

function publishedAt({ date }: SiteReport): string | null {
  return date === '' ? null : `${date}T00:00:00Z`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** No XML can have control characters and halves of pairs, even escaped. */
function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
}
