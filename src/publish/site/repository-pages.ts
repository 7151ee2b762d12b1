import { partsOfKey } from '../../item/item-id.ts';
import { compareTexts } from '../../period/instant.ts';
import { itemViews } from './item-views.ts';
import { frameOf } from './page-view.ts';
import { pathBetween } from './pages-path.ts';
import type { SiteOptions } from './site-options.ts';
import { linkToReport, type SiteReport } from './site-report.ts';
import type { SiteWriter } from './site-writer.ts';

const INDEX = 'repositories/index.html';

/** An owner has no dot in the name: with one it could be a file of the site, or of git. */
const NAME = /^[\w-]{1,100}\/[\w.-]{1,100}$/;

/** A list of the repositories, and a page for each: which reports name which of its items. */
export function repositoryPages(
  reports: readonly SiteReport[],
  options: SiteOptions,
  writer: SiteWriter,
): [path: string, html: string][] {
  const { locale, server } = options;
  const repositories = new Map<string, { name: string; named: Map<SiteReport, string[]> }>();
  for (const report of reports)
    for (const item of report.items) {
      const [key] = partsOfKey(item);
      if (!NAME.test(key)) continue;
      const name = report.spelling.get(key) ?? key;
      const found = repositories.get(key) ?? { name, named: new Map<SiteReport, string[]>() };
      repositories.set(key, found);
      const items = found.named.get(report) ?? [];
      items.push(item);
      found.named.set(report, items);
    }
  const sorted = [...repositories].sort(([a], [b]) => compareTexts(a, b));
  const pathOf = (key: string) => `repositories/${key}.html`;
  const list = sorted.map(([key, { name, named }]) => ({
    href: pathBetween(INDEX, pathOf(key)),
    name,
    count: named.size,
  }));
  const pages = sorted.map(([key, { name, named }]): [string, string] => {
    const path = pathOf(key);
    const view = {
      name,
      url: `${server}/${name}`,
      reports: [...named].map(([report, items]) => ({
        ...linkToReport(report, path, locale),
        items: itemViews(items, server, name, report.spelling),
      })),
    };
    return [path, writer.page('repository.hbs', view, frameOf(path, { title: name }, options))];
  });
  const index = writer.page(
    'repositories.hbs',
    { repositories: list },
    frameOf(INDEX, { title: 'Repositories' }, options),
  );
  return [[INDEX, index], ...pages];
}
