import { describe, expect, test } from 'vitest';
import { hasChromium, sharedChromium } from '../../support/chromium.ts';
import { isThorough } from '../../support/runs.ts';
import { DeskPage } from './desk-page.ts';

describe.skipIf(!hasChromium)('the page', () => {
  const chromium = sharedChromium();

  test('opens', async () => {
    const { page, preview, errors } = await DeskPage.open(chromium());
    await page.getByRole('treeitem', { name: 'Core 6' }).waitFor();
    await preview.getByRole('heading', { name: 'Kernel' }).waitFor();
    expect(errors).toEqual([]);
  });

  test.runIf(isThorough)('asks for the preview again when the connection broke', async () => {
    const { preview } = await DeskPage.open(chromium(), {
      watch: (page) => void page.route('**/preview', (route) => route.abort(), { times: 1 }),
    });
    await preview.getByRole('heading', { name: 'Kernel' }).waitFor();
  });

  test.runIf(isThorough)('shows in all panes what is clicked in one', async () => {
    const desk = await DeskPage.open(chromium());
    const { page, preview } = desk;
    await preview.getByText('Fix CI').click({ position: { x: 10, y: 8 } });
    await page.getByRole('treeitem', { name: 'Fix CI', selected: true }).waitFor();
    await page.getByRole('heading', { name: 'Fix CI' }).waitFor();
    await page.locator('.cm-current', { hasText: 'Fix CI' }).waitFor();

    await desk.fact('Kernel 4').click();
    await desk.fact('Update kernel build').click();
    await preview.locator('.current', { hasText: 'Update kernel build' }).waitFor();
    await page.locator('.cm-current', { hasText: 'Update kernel build' }).waitFor();

    await desk.goTo('Fix CI');
    await page.getByRole('treeitem', { name: 'Fix CI', selected: true }).waitFor();
    await preview.locator('.current', { hasText: 'Fix CI' }).waitFor();
    expect(desk.errors).toEqual([]);
  });
});
