import { writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { DeskPage } from './desk-page.ts';
import { typeBefore } from './type-before.ts';

const report = `# A week

What is the same on both sides keeps their changes apart.

- One [#1](https://github.com/o/r/pull/1)
- Two [#2](https://github.com/o/r/pull/2)
- Between [#4](https://github.com/o/r/pull/4)
- Three [#3](https://github.com/o/r/pull/3)
`;
const outside = report.replace('A week', 'Their week').replace('Three', 'Their three');

describe.skipIf(!triesAllInChromium)('a file that changes on disk', () => {
  const chromium = sharedChromium();

  test('is followed, with the cursor where it was, while nothing is unsaved', async () => {
    const desk = await DeskPage.open(chromium(), { report });
    await desk.goTo('Two');
    await desk.press('End');
    await writeFile(desk.file, outside);
    await desk.entry('Their three').waitFor();
    await desk.said('The file has changed on disk. The text follows it.');
    await desk.state('Saved');
    await desk.page.keyboard.type('!');
    expect(await desk.save()).toBe(outside.replace('pull/2)', 'pull/2)!'));
    expect(desk.errors).toEqual([]);
  });

  /** A desk with words of its own, over which the file has changed. */
  const inConflict = async (): Promise<{ desk: DeskPage; banner: Locator; mine: string }> => {
    const desk = await DeskPage.open(chromium(), { report });
    await typeBefore(desk, 'One', 'My ');
    await desk.state('Not saved');
    await writeFile(desk.file, outside);
    await desk.state('Changed on disk');
    return { desk, banner: desk.page.getByRole('alert'), mine: report.replace('One', 'My One') };
  };

  test('is not overwritten by a text that has changed, too', async () => {
    const { desk, banner } = await inConflict();
    await desk.press('Control+s');
    await desk.said('Decide first which changes to keep.');
    await desk.entry('My One').waitFor();
    expect(await banner.count()).toBe(1);
    expect(await desk.onDisk()).toBe(outside);
  });

  test('gives way to the text, when the editor chooses so', async () => {
    const { desk, banner, mine } = await inConflict();
    await banner.getByRole('button', { name: 'Save mine over it' }).click();
    await desk.state('Saved');
    expect(await desk.onDisk()).toBe(mine);
    expect(await banner.count()).toBe(0);
  });

  test('is taken, when the editor chooses so, and undone', async () => {
    const { desk, banner, mine } = await inConflict();
    await banner.getByRole('button', { name: 'Take the file’s' }).click();
    await desk.state('Saved');
    expect(await desk.onDisk()).toBe(outside);
    expect(await desk.undo()).toBe(mine);
  });

  test('is merged with the text by the changes that the editor chooses', async () => {
    const { desk, banner, mine } = await inConflict();
    await banner.getByRole('button', { name: 'Compare and merge' }).click();
    const dialog = desk.page.getByRole('dialog', { name: 'Merge your text with the file' });
    await dialog.waitFor();
    const take = dialog.getByRole('button', { name: 'Take this change from the left' });
    await expect.poll(() => take.count()).toBe(3);
    await take.last().click();
    await expect.poll(() => take.count()).toBe(2);
    await dialog.getByRole('button', { name: 'Save the text on the right' }).click();
    await desk.state('Saved');
    expect(await desk.onDisk()).toBe(mine.replace('Three', 'Their three'));
    await desk.page.keyboard.type('?');
    expect(await desk.save()).toContain('?');
  });

  test('can wait: deciding later keeps both', async () => {
    const { desk, banner } = await inConflict();
    await banner.getByRole('button', { name: 'Compare and merge' }).click();
    await desk.page.getByRole('dialog').waitFor();
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await desk.entry('My One').waitFor();
    await desk.state('Changed on disk');
    expect(await desk.onDisk()).toBe(outside);
  });
});
