import { compareTexts } from '../../period/instant.ts';
import { itemViews } from './item-views.ts';
import { frameOf } from './page-view.ts';
import { pathBetween } from './pages-path.ts';
import type { SiteOptions } from './site-options.ts';
import { linkToReport, type SiteReport } from './site-report.ts';
import type { SiteWriter } from './site-writer.ts';

const INDEX = 'people/index.html';

/** Nobody has a longer one, and files can't. */
const LONGEST_LOGIN = 100;

/** A list of everybody whom a report names, and a page for each: when, and for what. */
export function peoplePages(
  reports: readonly SiteReport[],
  options: SiteOptions,
  writer: SiteWriter,
): [path: string, html: string][] {
  const { locale, server } = options;
  const people = new Map<string, { login: string; named: SiteReport[] }>();
  for (const report of reports)
    for (const [key, { login }] of report.people) {
      if (key.length > LONGEST_LOGIN) continue;
      const person = people.get(key) ?? { login, named: [] };
      person.named.push(report);
      people.set(key, person);
    }
  const sorted = [...people].sort(([a], [b]) => compareTexts(a, b));
  const pathOf = (key: string) => `people/@${key}.html`;
  const list = sorted.map(([key, { login, named }]) => ({
    href: pathBetween(INDEX, pathOf(key)),
    login,
    count: named.length,
  }));
  const pages = sorted.map(([key, { login, named }]): [string, string] => {
    const path = pathOf(key);
    const view = {
      login,
      profile: `${server}/${login}`,
      reports: named.map((report) => ({
        ...linkToReport(report, path, locale),
        items: itemViews(report.people.get(key)?.items ?? [], server, report.home, report.spelling),
      })),
    };
    return [path, writer.page('person.hbs', view, frameOf(path, { title: `@${login}` }, options))];
  });
  const index = writer.page(
    'people.hbs',
    { people: list },
    frameOf(INDEX, { title: 'People' }, options),
  );
  return [[INDEX, index], ...pages];
}
