import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { violations } from '../../support/accessibility.ts';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { isThorough } from '../../support/runs.ts';
import { siteFiles, small } from './site-files.ts';

const kinds = {
  report: 'reports/2017-05-08.html',
  'hostile report': 'reports/2018-01-02.html',
  index: 'index.html',
  people: 'people/index.html',
  person: 'people/@rneugeba.html',
  repositories: 'repositories/index.html',
  repository: 'repositories/linuxkit/linuxkit.html',
  search: 'search.html',
};

const wide = {
  '2017-05-15': `# ${'Long'.repeat(80)}

- ${'x'.repeat(10_000)} #1 @ann
- <img src=x onerror="window.ran = true" alt=""> <svg onload="window.ran = true"></svg> #2 @ann
- <a href="javascript:window.ran = true">JavaScript</a> [too](javascript:window.ran=true) #3 @ann
- \u202eThe wrong way around #4 @ann

\`\`\`
${'code '.repeat(100)}
\`\`\`

| pull request | by | lines |
|--------------|----|------:|
| All programs take the same | @ann | +100 −100 |
`,
};

describe.skipIf(!triesAllInChromium)('a site opened from files', () => {
  const browser = sharedChromium();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'devreport-site-'));
    for (const [path, text] of await siteFiles({ ...small, ...wide })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const addressOf = (path: string): string => pathToFileURL(join(folder, path)).href;

  /** An empty page, and what happens in it that should not. */
  const visit = async (
    options?: BrowserContextOptions,
  ): Promise<{ page: Page; said: string[] }> => {
    const context = await browser().newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const said: string[] = [];
    page.on('dialog', (dialog) => said.push(`dialog: ${dialog.message()}`));
    page.on('pageerror', ({ message }) => said.push(`error: ${message}`));
    page.on('console', (message) => said.push(`console: ${message.text()}`));
    page.on('request', (request) => {
      if (request.url().startsWith(addressOf(''))) return;
      said.push(`request: ${request.url()}`);
    });
    return { page, said };
  };

  const screens: [string, BrowserContextOptions][] = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['320 px wide', { viewport: { width: 320, height: 640 } }],
  ];

  test.each(isThorough ? screens : screens.slice(0, 1))(
    'accessible, and asks for nothing: %s',
    async (_, options) => {
      const { page, said } = await visit(options);
      for (const [kind, path] of Object.entries({ ...kinds, wide: 'reports/2017-05-15.html' })) {
        await page.goto(addressOf(path));
        expect(await violations(page), kind).toEqual([]);
        expect(await page.evaluate(overflow), `${kind}: beyond the edge`).toEqual([]);
      }
      expect(said).toEqual([]);
    },
  );

  test('hostile words run nothing, also when they are clicked', async () => {
    const { page, said } = await visit();
    for (const path of [...Object.values(kinds), 'reports/2017-05-15.html', 'people/@ann.html']) {
      await page.goto(addressOf(path));
      expect(await page.locator('a[href^="javascript:" i], [onerror], [onload], svg').count()).toBe(
        0,
      );
      expect(await page.evaluate(`'ran' in window`)).toBe(false);
    }
    await page.goto(addressOf('reports/2017-05-15.html'));
    await page.getByText('JavaScript').click();
    expect(page.url()).toBe(addressOf('reports/2017-05-15.html'));
    expect(await page.evaluate(`'ran' in window`)).toBe(false);
    expect(said).toEqual([]);
  });

  test('searches all reports', async () => {
    const { page, said } = await visit();
    await page.goto(addressOf('search.html'));
    const sections = page.locator('section.found:visible');
    expect(await sections.count()).toBe(4);
    await page.getByLabel('Words').fill('unify OPTIONS');
    await page.getByRole('status').getByText('1 place').waitFor();
    expect(
      await sections.getByRole('listitem').filter({ visible: true }).allTextContents(),
    ).toEqual([expect.stringContaining('Unify options') as string]);
    await page.getByLabel('Words').fill('nowhere to be found');
    await page.getByRole('status').getByText('0 places').waitFor();
    expect(await sections.count()).toBe(0);
    await page.getByLabel('Words').fill('');
    expect(await sections.count()).toBe(4);

    await page.goto(`${addressOf('search.html')}?q=rename`);
    expect(await page.getByLabel('Words').inputValue()).toBe('rename');
    await sections.getByRole('link', { name: '1 May 2017' }).click();
    await page.waitForURL(addressOf('reports/2017-05-01.html'));
    expect(said).toEqual([]);
  });

  test('works without scripts', async () => {
    const { page, said } = await visit({ javaScriptEnabled: false });
    await page.goto(addressOf('index.html'));
    await page.getByRole('link', { name: 'Development report for 8 May 2017' }).click();
    await page.getByRole('heading', { name: 'Core' }).waitFor();
    await page.getByRole('link', { name: 'Development report for 1 May 2017' }).click();
    await page.getByRole('link', { name: 'the next one' }).click();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('link', { name: '@rneugeba' }).click();
    await page.getByRole('link', { name: '#1758' }).waitFor();
    await page.getByRole('link', { name: 'Repositories' }).click();
    await page.getByRole('link', { name: 'linuxkit/rtf' }).click();
    await page.getByRole('link', { name: 'Search' }).click();
    await page.locator('noscript p').waitFor();
    expect(await page.getByLabel('Words').isVisible()).toBe(false);
    expect(await page.locator('section.found:visible').count()).toBe(4);
    expect(said).toEqual([]);
  });
});

/** The elements that make a page scroll sideways. */
const overflow = `
  document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth)
      .map((element) => element.outerHTML.slice(0, 100))`;
