import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium, openChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { openDesk } from '../open-desk.ts';

describe.skipIf(!hasChromium)('the page', () => {
  test('opens', async () => {
    const { page, errors } = await openPage();
    await page.getByRole('treeitem', { name: 'Core 6' }).waitFor();
    await preview(page).getByRole('heading', { name: 'Kernel' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('shows in all panes what is clicked in one', async () => {
    const { page } = await openPage();
    await preview(page)
      .getByText('Fix CI')
      .click({ position: { x: 10, y: 8 } });
    await page.getByRole('treeitem', { name: 'Fix CI', selected: true }).waitFor();
    await page.getByRole('heading', { name: 'Fix CI' }).waitFor();
    await page.locator('.cm-current', { hasText: 'Fix CI' }).waitFor();

    await page.getByRole('treeitem', { name: 'Kernel 4' }).click();
    await page.getByRole('treeitem', { name: 'Update kernel build' }).click();
    await preview(page).locator('.current', { hasText: 'Update kernel build' }).waitFor();
    await page.locator('.cm-current', { hasText: 'Update kernel build' }).waitFor();
  });
});

async function openPage(): Promise<{ page: Page; errors: string[] }> {
  const { address } = await openDesk(await temporaryFolder());
  const context = await openChromium();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(address);
  return { page, errors };
}

function preview(page: Page): ReturnType<Page['frameLocator']> {
  return page.frameLocator('#preview-frame');
}
