import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { runs } from '../../support/runs.ts';
import { DeskPage } from './desk-page.ts';
import { editedReport, entries } from './edited-report.ts';

/** The words of each entry, and what can be done with it: by keys, or by the button with that name. */
const words = ['The tests run again', 'The run options', 'Kubernetes boots', 'Tests are tidy'];
const acts = [
  ...['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+j', 'Alt+x', 'Alt+h'],
  ...['Take out', 'Highlight', 'Split'],
];
const anyStep = fc.record({
  words: fc.constantFrom(...words),
  act: fc.constantFrom(...acts),
  isSaved: fc.boolean(),
});

/** What is in no entry, in order; actions may write headings and blank lines. */
const outside = editedReport
  .split('\n')
  .filter((line) => line !== '' && !Object.values(entries).includes(line));

describe.skipIf(!triesAllInChromium)('whatever is done with entries', () => {
  const chromium = sharedChromium();

  test.each(['\n', '\r\n'])('all else stays, and undoing restores it, with %j', async (eol) => {
    const report = editedReport.replaceAll('\n', eol);
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 6 }), async (steps) => {
        const desk = await DeskPage.open(chromium(), { report });
        for (const step of steps) {
          await take(desk, step);
          if (step.isSaved) await saveAny(desk);
        }
        const text = await saveAny(desk);
        const lines = text.split(eol);
        expect(lines.filter((line) => outside.includes(line))).toEqual(outside);
        expect(text.replaceAll(eol, '')).not.toMatch(/[\r\n]/);

        await desk.source.focus();
        for (let undone = 0; undone <= steps.length; undone += 1) await desk.press('Control+z');
        expect(await saveAny(desk)).toBe(report);
        expect(desk.errors.filter((error) => !error.includes('422'))).toEqual([]);
        await desk.page.close();
      }),
      runs(1),
    );
  });
});

type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;

async function take(desk: DeskPage, { words: of, act }: Step): Promise<void> {
  const line = desk.entry(of).first();
  if ((await line.count()) === 0) return;
  await line.click({ position: { x: 40, y: 8 } });
  const isKey = act.startsWith('Alt+');
  if (!isKey && (await desk.button(act).count()) === 0) return;
  await Promise.all([
    desk.page.waitForResponse((response) => response.url().endsWith('/api/act')),
    isKey ? desk.press(act) : desk.button(act).click(),
  ]);
  // What can't be done is said, too.
  await desk.said(/^(?!.*saved).+/i);
}

/** Saves if there is something to save. */
async function saveAny(desk: DeskPage): Promise<string> {
  await desk.press('Control+s');
  await desk.said(/^(?:Saved|Everything is saved)\.$/);
  return desk.onDisk();
}
