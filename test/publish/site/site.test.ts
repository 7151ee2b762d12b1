import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, test } from 'vitest';
import { hostileText } from '../../support/hostile.ts';
import { isThorough, runs } from '../../support/runs.ts';
import { siteFiles, small } from './site-files.ts';

const site = await siteFiles(small);
const pages = [...site].filter(([path]) => path.endsWith('.html'));

test('the files of a site', () => {
  expect([...site.keys()]).toEqual([
    'index.html',
    'reports/2018-01-02.html',
    'reports/2017-05-08.html',
    'reports/2017-05-01.html',
    'people/index.html',
    'people/@akihirosuda.html',
    'people/@ann.html',
    'people/@bob.html',
    'people/@dave-tucker.html',
    'people/@rneugeba.html',
    'repositories/index.html',
    'repositories/linuxkit/linuxkit.html',
    'repositories/linuxkit/rtf.html',
    'repositories/moby/tool.html',
    'search.html',
    'feed.atom',
    'feed.json',
    'sitemap.xml',
  ]);
});

test.each([...site])('golden: %s', async (path, text) => {
  const shown = path.endsWith('.html')
    ? text
        .replace(/<style>[^]*?<\/style>/, '<style></style>')
        .replace(/sha256-[\w+/&#;]*/g, 'sha256')
    : text;
  await expect(shown).toMatchFileSnapshot(`golden/${path}`);
});

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // GitHub aligns the cells of tables with this attribute, and feeds have no style.
  rules: { 'no-deprecated-attr': 'off' },
});

test.each(pages)('valid HTML: %s', async (_, html) => {
  const { results } = await validator.validateString(html);
  expect(
    results.flatMap(({ messages }) =>
      messages.map((one) => `${one.line}: ${one.ruleId} ${one.message}`),
    ),
  ).toEqual([]);
});

test('every link inside the site leads to one of its files, and a fragment to an id', () => {
  for (const [from, html] of pages)
    for (const { attrs } of elementsOf(parse(html)))
      for (const { name, value } of attrs) {
        if (!/^(?:href|src)$/.test(name) || /^[a-z]+:/.test(value)) continue;
        const [path = '', fragment] = value.split('#', 2);
        const target =
          path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
        expect([...site.keys()]).toContain(target);
        if (fragment !== undefined) expect(site.get(target)).toContain(`id="${fragment}"`);
      }
});

test('only what the templates have runs', () => {
  for (const [path, html] of pages) {
    const scripts = elementsOf(parse(html)).filter(({ tagName }) => tagName === 'script');
    expect(scripts).toHaveLength(path === 'search.html' ? 1 : 0);
    const handlers = elementsOf(parse(html)).flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^on|^style$/.test(name)),
    );
    expect(handlers).toEqual([]);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    for (const [, text = ''] of html.matchAll(/<(?:script|style)>([^]*?)<\/(?:script|style)>/g))
      expect(policy).toContain(
        createHash('sha256').update(text).digest('base64').replaceAll('=', '&#x3D;'),
      );
  }
});

test('a hostile title stays a text wherever it is shown', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const title = text.replace(/[\r\n]/g, ' ');
      const hostile = await siteFiles({
        '2017-05-08': `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n\n- ${title} #1 @ann\n`,
      });
      for (const [path, html] of hostile) {
        if (!path.endsWith('.html')) continue;
        const names = new Set(elementsOf(parse(html)).map(({ tagName }) => tagName));
        for (const name of [
          'iframe',
          'object',
          'form',
          ...(path === 'search.html' ? [] : ['script']),
        ])
          expect(names).not.toContain(name);
      }
    }),
    runs(25),
  );
});

test('the same reports make the same bytes, in whatever order they are read', async () => {
  const turned = Object.fromEntries(Object.entries(small).toReversed());
  expect([...(await siteFiles(turned))]).toEqual([...site]);
});

test('without an address there are no feeds, and all links are relative', async () => {
  const local = await siteFiles(small, { base: null });
  expect([...local.keys()].filter((path) => !path.endsWith('.html'))).toEqual([]);
  expect(local.get('reports/2017-05-08.html')).not.toMatch(/canonical|og:url|feed\.atom/);
});

test('links to files and images of the repository', async () => {
  const images = new Set(['reports/img/x.png']);
  const page = (await siteFiles(small, { images })).get('reports/2017-05-01.html');
  expect(page).toContain('<a href="2017-05-08.html#user-content-core">');
  expect(page).toContain('<a href="https://github.com/linuxkit/linuxkit/blob/HEAD/docs/guide.md">');
  expect(page).toContain('<img src="img/x.png" alt="a picture">');
});

test.runIf(isThorough)('a hundred reports of forty entries', { timeout: 30_000 }, async () => {
  const entry = (report: number, index: number) =>
    `- Change ${index} [#${report * 40 + index}](https://github.com/o/n/pull/${report * 40 + index}) @person${(report + index) % 300}\n`;
  const texts = Object.fromEntries(
    Array.from({ length: 100 }, (_, report) => [
      new Date(Date.UTC(2010, 0, 1 + 7 * report)).toISOString().slice(0, 10),
      `# Report ${report}\n\n## PRs merged\n\n${Array.from({ length: 40 }, (_, index) => entry(report, index)).join('')}`,
    ]),
  );
  const large = await siteFiles(texts);
  const size = (path: string) => large.get(path)?.length ?? 0;
  expect(size('repositories/o/n.html')).toBeLessThan(300_000);
  expect(size('search.html')).toBeLessThan(200_000);
  expect(size('people/index.html')).toBeLessThan(50_000);
  expect(size('index.html')).toBeLessThan(50_000);
});

type Element = DefaultTreeAdapterMap['element'];

function elementsOf(node: DefaultTreeAdapterMap['node']): Element[] {
  if (!('childNodes' in node)) return [];
  const inner = node.childNodes.flatMap(elementsOf);
  return 'tagName' in node ? [node, ...inner] : inner;
}
