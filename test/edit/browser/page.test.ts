import { describe, expect, test } from 'vitest';
import { hasChromium, openChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { openDesk } from '../open-desk.ts';

describe.skipIf(!hasChromium)('the page', () => {
  test('opens', async () => {
    const { address } = await openDesk(await temporaryFolder());
    const context = await openChromium();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(address);
    await page.getByText('Loading').waitFor();
    expect(errors).toEqual([]);
  });
});
