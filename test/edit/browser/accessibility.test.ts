import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import { violations } from '../../support/accessibility.ts';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { isThorough } from '../../support/runs.ts';
import { snapshot } from '../../support/snapshot.ts';
import { DeskPage } from './desk-page.ts';
import { typeBefore } from './type-before.ts';

describe.skipIf(!triesAllInChromium)('for everybody, by what axe-core knows', () => {
  const chromium = sharedChromium();

  const schemes = isThorough ? (['light', 'dark'] as const) : (['light'] as const);
  test.each(schemes)('the desk and its dialogs: %s', async (colorScheme) => {
    const desk = await DeskPage.open(chromium(), { browser: { colorScheme } });
    const { page } = desk;
    const check = async (state: string): Promise<void> =>
      expect(await violations(page), state).toEqual([]);
    await check('loaded');
    await desk.goTo('Fix CI');
    await page.getByRole('heading', { name: 'Fix CI' }).waitFor();
    await check('an item');

    const opened = async (button: string, dialog: string): Promise<void> => {
      await desk.button(button).focus();
      await desk.press('Enter');
      await page.getByRole('dialog', { name: dialog }).waitFor();
      await check(dialog);
      await desk.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await expect.poll(() => focused(page)).toContain(button);
    };
    await opened('Move to', 'Move to which section?');
    await opened('Join', 'Join');
    await opened('Credit', 'Credit');
    await opened('Keys', 'Keys');
    await opened('Refresh', 'What is new');
    await opened('What remains', 'Before you publish');

    await page.getByRole('searchbox', { name: 'Search the facts' }).fill('nothing like it');
    await page.getByRole('status').getByText('0 of').waitFor();
    await check('nothing found');
    await page.emulateMedia({ colorScheme: 'dark' });
    await check('nothing found, in the dark');
  });

  test('landmarks and names', async () => {
    const { page } = await DeskPage.open(chromium());
    for (const role of ['banner', 'main', 'contentinfo', 'search'] as const)
      expect(await page.getByRole(role).count(), role).toBe(1);
    for (const name of ['Facts', 'Current item', 'Source', 'Preview'])
      expect(await page.getByRole('region', { name }).count(), name).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('2017-05-08.md');
    expect(await page.title()).toBe('reports/2017-05-08.md – devreport');
  });

  test.each([1024, 700, 320])('%d px wide', async (width) => {
    const desk = await DeskPage.open(chromium(), { browser: { viewport: { width, height: 700 } } });
    expect(await violations(desk.page)).toEqual([]);
    expect(await desk.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('a conflict, and texts side by side', async () => {
    const desk = await DeskPage.open(chromium());
    await typeBefore(desk, 'Fix CI', 'Mine: ');
    const text = await desk.onDisk();
    await writeFile(desk.file, text.replace('Fix CI', 'Theirs'));
    await desk.state('Changed on disk');
    expect(await violations(desk.page)).toEqual([]);
    await desk.button('Compare and merge').click();
    await desk.page.getByRole('dialog').waitFor();
    expect(await violations(desk.page)).toEqual([]);
  });

  test('text from last time', async () => {
    const desk = await DeskPage.open(chromium());
    await typeBefore(desk, 'Fix CI', 'Mine: ');
    await desk.page.waitForResponse((response) => response.url().endsWith('/api/unsaved'));
    await desk.page.reload();
    await desk.page.getByRole('alert', { name: 'Text from last time was not saved.' }).waitFor();
    expect(await violations(desk.page)).toEqual([]);
    await desk.desk.end();
    await desk.page.getByRole('alert', { name: 'devreport does not answer.' }).waitFor();
    expect(await violations(desk.page)).toEqual([]);
  });

  test('a report without a record', async () => {
    const report = '# A week\n\n- One [#1](https://github.com/linuxkit/linuxkit/pull/1)\n';
    const desk = await DeskPage.open(chromium(), { report });
    await desk.button('Adopt it').waitFor();
    expect(await violations(desk.page)).toEqual([]);
  });

  test('an empty week', async () => {
    const facts = join(await temporaryFolder(), 'facts.json');
    await writeFile(facts, serialiseSnapshot(snapshot()));
    const desk = await DeskPage.open(chromium(), {
      argv: ['--week', '2017-05-08', '--source', facts],
    });
    await desk.page.getByText('Nothing happened in this period.').waitFor();
    expect(await violations(desk.page)).toEqual([]);
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.textContent');
}
