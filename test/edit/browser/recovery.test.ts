import { describe, expect, test } from 'vitest';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { openDesk } from '../open-desk.ts';
import { DeskPage } from './desk-page.ts';
import { typeBefore } from './type-before.ts';

const report = `# A week

- One [#1](https://github.com/o/r/pull/1)
`;
const words = 'Not saved yet: ';
const unsaved = report.replace('One', `${words}One`);

describe.skipIf(!triesAllInChromium)('text that was not saved', () => {
  const chromium = sharedChromium();

  const withWords = async (): Promise<DeskPage> => {
    const desk = await DeskPage.open(chromium(), { report });
    await typeBefore(desk, 'One', words);
    await desk.state('Not saved');
    return desk;
  };

  /** A desk that ended with its page before the text was saved, started anew. */
  const afterCrash = async (): Promise<DeskPage> => {
    const desk = await withWords();
    await desk.page.waitForResponse((response) => response.url().endsWith('/api/unsaved'));
    await desk.page.close({ runBeforeUnload: false });
    await desk.desk.end();
    expect(await desk.onDisk()).toBe(report);
    return DeskPage.open(chromium(), { folder: desk.folder });
  };

  test('is offered by the next desk, and used', async () => {
    const desk = await afterCrash();
    const banner = desk.page.getByRole('alert', { name: 'Text from last time was not saved.' });
    await banner.getByRole('button', { name: 'Use the unsaved text' }).click();
    await desk.entry(words).waitFor();
    expect(await desk.onDisk()).toBe(report);
    expect(await desk.save()).toBe(unsaved);
    await desk.page.reload();
    await desk.entry(words).waitFor();
    expect(await banner.count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });

  test('is compared first, and dropped', async () => {
    const desk = await afterCrash();
    const banner = desk.page.getByRole('alert', { name: 'Text from last time was not saved.' });
    await banner.getByRole('button', { name: 'Compare', exact: true }).click();
    const dialog = desk.page.getByRole('dialog', { name: 'Unsaved text' });
    await dialog.getByText(words).waitFor();
    await dialog.getByRole('button', { name: 'Decide later' }).click();
    const dropped = desk.page.waitForResponse((response) =>
      response.url().endsWith('/api/unsaved'),
    );
    await banner.getByRole('button', { name: 'Keep the file’s' }).click();
    await dropped;
    await desk.state('Saved');
    expect(await desk.onDisk()).toBe(report);
    await desk.page.reload();
    await desk.entry('One').waitFor();
    expect(await banner.count()).toBe(0);
  });

  test('stays in the page while devreport is gone, which goes on when it is back', async () => {
    const desk = await withWords();
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await desk.desk.end();
    const banner = desk.page.getByRole('alert', { name: 'devreport does not answer.' });
    await banner.waitFor();
    await desk.state('Not connected');
    await desk.source.focus();
    await desk.page.keyboard.type('More. ');
    await banner.getByRole('button', { name: 'Copy the text' }).click();
    await desk.said('The text is in the clipboard.');
    const text = unsaved.replace(words, `${words}More. `);
    expect(await desk.page.evaluate(`navigator.clipboard.readText()`)).toBe(text);

    const { port } = new URL(desk.desk.origin);
    const { address } = await openDesk(desk.folder, [desk.file, '--port', port]);
    await (await desk.page.context().newPage()).goto(address);
    await desk.page.bringToFront();
    // By itself, unless somebody presses “Try now” before.
    await banner.waitFor({ state: 'detached' });
    expect(await desk.save()).toBe(text);
  });

  test('survives a page that is gone in the same moment as devreport', async () => {
    const desk = await withWords();
    await desk.desk.end();
    await desk.page.getByRole('alert', { name: 'devreport does not answer.' }).waitFor();
    const { port } = new URL(desk.desk.origin);
    await desk.page.close({ runBeforeUnload: false });
    const { address } = await openDesk(desk.folder, [desk.file, '--port', port]);
    const again = await desk.page.context().newPage();
    await again.goto(address);
    await again.getByRole('button', { name: 'Use the unsaved text' }).click();
    await again.locator('.cm-line', { hasText: words }).waitFor();
  });
});
