import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { pull, snapshot } from '../../support/snapshot.ts';
import { DeskPage } from './desk-page.ts';
import { typeBefore } from './type-before.ts';

const before = [1, 2, 3].map((number) => pull(number));
/** One has another title, one is gone, three are new. */
const after = [
  pull(1),
  pull(2, { title: 'Another title' }),
  ...[4, 5, 6].map((number) => pull(number, { title: `News ${number}` })),
];

describe.skipIf(!triesAllInChromium)('a refresh over edits', () => {
  const chromium = sharedChromium();

  /** A desk with edits that are not saved, and other facts than it was drafted with. */
  const edited = async (): Promise<{ desk: DeskPage; argv: string[]; text: string }> => {
    const facts = join(await temporaryFolder(), 'facts.json');
    const argv = ['--week', '2017-05-08', '--source', facts];
    await writeFile(facts, serialiseSnapshot(snapshot({ pullRequests: before })));
    const desk = await DeskPage.open(chromium(), { argv });
    await typeBefore(desk, 'Change 1', 'Rewritten: ');
    const text = await desk.save();
    expect(text).toContain('- Rewritten: Change 1 [#1]');
    await writeFile(facts, serialiseSnapshot(snapshot({ pullRequests: after })));
    await desk.button('Refresh').click();
    await rows(desk).first().waitFor();
    return { desk, argv, text };
  };

  test('shows what is new, changed and gone, and changes nothing by itself', async () => {
    const { desk, text } = await edited();
    expect(await titles(desk)).toEqual([
      'Changed #2: would now read “Another title #2 @rneugeba.” PRs merged › Core',
      'New #4 News 4 PRs merged › Core',
      'New #5 News 5 PRs merged › Core',
      'New #6 News 6 PRs merged › Core',
      'Left to you #3: missing from the facts PRs merged › Core',
    ]);
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await desk.page.locator('#refresh:focus').waitFor();
    await desk.state('Saved');
    expect(await desk.onDisk()).toBe(text);
    expect(desk.errors).toEqual([]);
  });

  test('accepts by Enter, leaves by Delete, and dismisses', async () => {
    const { desk, argv, text } = await edited();
    await row(desk, 'News 4').focus();
    await desk.press('Enter');
    // Without waiting for the answer.
    await desk.press('Delete');
    await row(desk, 'News 5').waitFor({ state: 'detached' });
    await row(desk, 'News 6').getByRole('button', { name: 'Not again' }).click();
    await row(desk, 'News 6').waitFor({ state: 'detached' });
    await row(desk, 'Another title').getByRole('button', { name: 'Accept' }).click();
    await row(desk, 'Another title').waitFor({ state: 'detached' });
    await isDone(desk);
    await desk.press('Escape');
    const saved = await desk.save();
    expect(body(saved)).toBe(withNews(text, [4]));
    const { stderr } = await devreport(desk.folder, argv);
    expect(stderr.split('\n')).toEqual(
      expect.arrayContaining([
        '1 added: #5',
        '1 kept in your words: #1',
        '1 to review: missing from the facts, but left unchanged here: #3',
        '1 left out, deleted by you: #6',
      ]),
    );
    expect(body(await desk.onDisk())).toBe(
      body(saved).replace(entry(4), `${entry(4)}\n${entry(5)}`),
    );
  });

  test('accepts as fast as keys are pressed', async () => {
    const { desk, text } = await edited();
    await row(desk, 'Another title').focus();
    for (let key = 0; key < 4; key += 1) await desk.press('Enter');
    await isDone(desk);
    expect(await titles(desk)).toEqual([expect.stringContaining('#3: missing from the facts')]);
    await desk.press('Escape');
    expect(body(await desk.save())).toBe(withNews(text, [4, 5, 6]));
  });

  test('accepts all', async () => {
    const { desk, argv, text } = await edited();
    await desk.page.getByRole('button', { name: 'Accept all' }).click();
    await expect.poll(() => rows(desk).count()).toBe(1);
    await row(desk, '#3: missing').getByRole('button', { name: 'Not again' }).click();
    await desk.page.getByRole('status').getByText('Nothing is new.').waitFor();
    await isDone(desk);
    await desk.press('Escape');
    const saved = await desk.save();
    expect(body(saved)).toBe(withNews(text, [4, 5, 6]));
    const { stderr } = await devreport(desk.folder, argv);
    expect(stderr).toContain('Nothing new: the report stays as it is.');
    expect(await desk.onDisk()).toBe(saved);
  });
});

function rows({ page }: DeskPage): Locator {
  return page.getByRole('list', { name: 'Changes' }).locator('.change');
}

function row(desk: DeskPage, words: string): Locator {
  return rows(desk).filter({ hasText: words });
}

/** Waits until what was decided is in the text. */
async function isDone({ page }: DeskPage): Promise<void> {
  await page.locator('.changes[aria-busy=false]').waitFor({ state: 'attached' });
}

function titles(desk: DeskPage): Promise<string[]> {
  return rows(desk).locator('.change-head').allTextContents();
}

/** One of the new entries. */
function entry(number: number): string {
  return `- News ${number} [#${number}](https://github.com/linuxkit/linuxkit/pull/${number}) @rneugeba.`;
}

/** The body of the first text with the changed title and new entries. */
function withNews(text: string, numbers: readonly number[]): string {
  return body(text)
    .replace('- Change 2 ', '- Another title ')
    .replace(/(?=- Change 3 )/, `${numbers.map(entry).join('\n')}\n`);
}

/** A report without its record. */
function body(text: string): string {
  return text.slice(0, text.indexOf('<!-- devreport'));
}
