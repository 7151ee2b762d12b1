import { dateInWords } from '../../period/date-in-words.ts';
import { secondBefore } from '../../period/instant.ts';
import { dateOf } from '../../period/timezone.ts';
import { encodePath } from '../../markdown/encode-path.ts';
import { pathBetween } from './pages-path.ts';
import type { PublishedReport } from './published-report.ts';
import type { SiteOptions } from './site-options.ts';

/** What a template knows of a day. */
export interface DayView {
  /** `2017-05-08` */
  day: string;
  /** `8 May 2017` */
  words: string;
}

/** A link to a report, from another page. */
export interface ReportLink {
  href: string;
  title: string;
  date: DayView | null;
  period: { first: DayView; last: DayView } | null;
}

/** What `page.hbs` knows besides the content. */
export interface PageFrame {
  site: { title: string; language: string };
  page: {
    title: string;
    /** With that of the site. */
    fullTitle: string;
    description: string;
    /** The day of a report; empty for other pages. */
    date: string;
    /** Its address, if that is known. */
    url: string | null;
    previous: ReportLink | null;
    next: ReportLink | null;
  };
  /** To the other pages; null for a page that is alone. */
  links: Record<'home' | 'people' | 'repositories' | 'search', string> | null;
  /** Null without an address of the site. */
  feeds: { atom: string; json: string } | null;
}

export function dayView(day: string, locale: string): DayView | null {
  return day === '' ? null : { day, words: dateInWords(day, locale) };
}

/** The first and the last day of a report's period; null when it has no record. */
export function periodView({ report }: PublishedReport, locale: string): ReportLink['period'] {
  if (!report.record) return null;
  const { start, end, timezone } = report.record.record.period;
  const first = dayView(dateOf(start, timezone), locale);
  const last = dayView(dateOf(secondBefore(end), timezone), locale);
  return first && last && { first, last };
}

/** The language of a page, as HTML names it. */
export function languageOf({ locale }: Pick<SiteOptions, 'locale'>): string {
  return Intl.getCanonicalLocales(locale)[0] ?? 'en';
}

/**
 * The frame of a page.
 *
 * @param path of the page, from the root of the site
 */
export function frameOf(
  path: string,
  page: Pick<PageFrame['page'], 'title'> & Partial<PageFrame['page']>,
  options: SiteOptions,
): PageFrame {
  const { title, base } = options;
  const link = (to: string) => pathBetween(path, to);
  return {
    site: { title, language: languageOf(options) },
    page: {
      fullTitle: page.title === title ? title : `${page.title} · ${title}`,
      description: '',
      date: '',
      url: base === null ? null : siteAddress(path, base),
      previous: null,
      next: null,
      ...page,
    },
    links: {
      home: link('index.html'),
      people: link('people/index.html'),
      repositories: link('repositories/index.html'),
      search: link('search.html'),
    },
    feeds: base === null ? null : { atom: link('feed.atom'), json: link('feed.json') },
  };
}

/** The address of a page of the site; that of an index is the folder's. */
export function siteAddress(path: string, base: string): string {
  return base + encodePath(path.replace(/(^|\/)index\.html$/, '$1'));
}
