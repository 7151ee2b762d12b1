import { describe, expect, test } from 'vitest';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { DeskPage } from './desk-page.ts';
import { editedReport } from './edited-report.ts';

/** With a finding that has a fix, and a question. */
const tiny = `# Development report for 8 May 2017

A short week on Github.

## PRs merged

- Errors are told apart [moby/tool#12](https://github.com/moby/tool/pull/12) @riyazdf.
- Lint tools run [moby/tool#13](https://github.com/moby/tool/pull/13) @riyazdf.
- No capabilities are fine [moby/tool#15](https://github.com/moby/tool/pull/15) @alexellis.

## Planned changes

<!-- editor: What comes next? -->

More of the same.
`;

describe.skipIf(!triesAllInChromium)('the way to a finished report', () => {
  const chromium = sharedChromium();

  test('leads from one thing to do to the next, until it is ready to publish', async () => {
    const desk = await DeskPage.open(chromium(), {
      report: tiny,
      argv: ['--week', '2017-05-08', '--source', 'sample', '--repo', 'moby/tool'],
    });
    await desk.button('What remains').waitFor();
    await desk.press('Control+Enter');
    await desk.said(/git ?hub/i);
    await desk.press('Control+.');
    await desk.state('Not saved');
    await desk.press('Control+Enter');
    await desk.said('What comes next?');
    await desk.button('Delete').click();
    await desk.button('Ready to publish').waitFor();
    await desk.press('Control+Enter');
    await desk.said('Ready to publish: nothing is left to do.');
    const ready = tiny
      .replace('Github', 'GitHub')
      .replace('\n<!-- editor: What comes next? -->\n', '');
    expect(await desk.save()).toBe(ready);
    await desk.button('Ready to publish').click();
    await desk.page
      .getByRole('dialog', { name: 'Ready to publish' })
      .getByText('devreport check reports/2017-05-08.md')
      .waitFor();
    await desk.button('Close').click();
    await desk.source.focus();
    await desk.press('Control+z');
    expect(await desk.undo()).toBe(tiny);
    expect(desk.errors).toEqual([]);
  });

  test('goes from finding to finding, and fixes one', async () => {
    const report = `${editedReport}\nTold on Github, in Javascript, and so on.\n`;
    const desk = await DeskPage.open(chromium(), { report });
    await desk.goTo('so on.');
    await desk.press('Home');
    await desk.press('F8');
    await desk.said(/^Finding \d+ of \d+: .*`Github`/);
    await desk.press('F8');
    await desk.said(/: .*`Javascript`/);
    await desk.press('Shift+F8');
    await desk.said(/: .*`Github`/);
    await desk.press('Control+.');
    expect(await desk.save()).toBe(report.replace('Github', 'GitHub'));
    expect(await desk.undo()).toBe(report);
  });

  test('deletes a comment, which is a finding', async () => {
    const report = `${editedReport}\nTold.\n\n<!-- editor: Who said so? -->\n`;
    const desk = await DeskPage.open(chromium(), { report });
    await desk.goTo('Who said so?');
    await desk.press('Control+.');
    await desk.said('Deleted the comment.');
    expect(await desk.save()).toBe(`${editedReport}\nTold.\n`);
  });

  test('shows all keys', async () => {
    const desk = await DeskPage.open(chromium(), { report: editedReport });
    const dialog = desk.page.getByRole('dialog', { name: 'Keys' });
    await desk.button('Keys').focus();
    await desk.press('?');
    await dialog.getByText('Ctrl+Enter').waitFor();
    await desk.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await desk.button('Keys').click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await desk.source.click();
    // In the text, it is a question mark.
    await desk.press('?');
    await desk.state('Not saved');
    expect(await dialog.count()).toBe(0);
  });

  test('finds and filters facts', async () => {
    const desk = await DeskPage.open(chromium(), { report: editedReport });
    const { page } = desk;
    await desk.press('Control+k');
    await page.keyboard.type('@ijc25 boot');
    await desk.fact('#1756').waitFor();
    expect(await page.locator('#facts-count').textContent()).toMatch(/^1 of \d+$/);
    await desk.press('ArrowDown');
    await desk.press('ArrowDown');
    await desk.press('Enter');
    // The keyboard is at the entry then.
    await page.locator('.cm-current', { hasText: 'Kubernetes boots' }).waitFor();
    await desk.press('Alt+x');
    await desk.said('Took #1756 out.');

    await page.getByRole('searchbox', { name: 'Search the facts' }).fill('');
    await page.getByRole('combobox', { name: 'Show' }).selectOption('Issues');
    await desk.fact('#1771').waitFor();
    expect(await desk.fact('#1762').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Show' }).selectOption('In the report');
    await desk.fact('#1753').waitFor();
    expect(await desk.fact('#1771').count()).toBe(0);
  });
});
