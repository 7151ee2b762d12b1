import { describe, expect, test } from 'vitest';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { DeskPage } from './desk-page.ts';
import { editedReport as report, entries } from './edited-report.ts';

const { ci } = entries;
const toolkit = '[#1762](https://github.com/linuxkit/linuxkit/pull/1762)';

describe.skipIf(!triesAllInChromium)('writing', () => {
  const chromium = sharedChromium();
  const open = (text = report) => DeskPage.open(chromium(), { report: text });

  test('inserts what is chosen in the facts at the cursor', async () => {
    const desk = await open();
    await desk.goToEnd('Bye');
    await desk.page.getByRole('searchbox', { name: 'Search the facts' }).fill('#1762');
    await desk.fact('#1762').click();
    await desk.button('Insert at cursor').click();
    await desk.said('Inserted #1762.');
    expect(await desk.save()).toBe(report.replace('Bye\t', `Bye\t${toolkit}`));
    expect(await desk.undo()).toBe(report);
  });

  test('completes numbers, people and sections', async () => {
    const desk = await open();
    const options = desk.page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await desk.goToEnd('Bye');
    await desk.page.keyboard.type('#1762');
    await options.getByText('#1762').waitFor();
    await options.and(desk.page.locator('[aria-selected=true]')).getByText('#1762').waitFor();
    // So long the list takes no key, which may be meant for the text.
    await desk.page.waitForTimeout(100);
    await desk.press('Enter');
    await desk.said('Inserted #1762.');
    await desk.page.keyboard.type(' @rneu');
    await options.getByText('@rneugeba').click();
    await desk.said('Inserted @rneugeba.');
    await desk.page.keyboard.type('\n\n## Kern');
    await options.getByText('Kernel').waitFor();
    await desk.page.waitForTimeout(100);
    await desk.press('Enter');
    await desk.entry('## Kernel').waitFor();
    expect(await desk.save()).toBe(
      report.replace('Bye\t', `Bye\t${toolkit} @rneugeba\n\n## Kernel`),
    );
  });

  test('removes a whole link by one Backspace', async () => {
    const desk = await open();
    await desk.goToEnd('The tests run again');
    await desk.press('Backspace');
    await desk.press('Backspace');
    await desk.press('Backspace');
    expect(await desk.save()).toBe(report.replace(ci, ci.replace(' @justincormack.', '')));
    await desk.press('Backspace');
    await desk.press('Backspace');
    await desk.press('Backspace');
    expect(await desk.save()).toBe(report.replace(ci, '* The tests run again '));
  });

  test('makes text of a comment, or deletes it, by buttons', async () => {
    const desk = await open();
    await desk.goTo('What comes next?');
    await desk.button('Turn into text').click();
    await desk.said('The question is text now. Write over it.');
    expect(await desk.save()).toBe(
      report.replace('<!-- editor: What comes next? -->', 'What comes next?'),
    );
    await desk.page.keyboard.type('Arm');
    expect(await desk.save()).toBe(report.replace('<!-- editor: What comes next? -->', 'Arm'));
    await desk.press('Control+z');
    expect(await desk.undo()).toBe(report);

    await desk.goTo('What comes next?');
    await desk.button('Delete').click();
    await desk.said('Deleted the comment.');
    expect(await desk.save()).toBe(report.replace('\n<!-- editor: What comes next? -->\n', ''));
    expect(await desk.undo()).toBe(report);
  });

  test('keeps carriage returns, and ends new lines by them', async () => {
    const text = report.replaceAll('\n', '\r\n');
    const desk = await open(text);
    await desk.goToEnd('Bye');
    await desk.page.keyboard.type('\nfor now');
    await desk.goTo('The run options');
    await desk.press('Alt+ArrowUp');
    await desk.said('Moved #1758 above #1753.');
    await desk.button('Highlight').click();
    await desk.said('Moved #1758 to Highlights.');
    const { options } = entries;
    expect(await desk.save()).toBe(
      report
        .replace('Bye\t', 'Bye\t\nfor now')
        .replace(`${options}\n`, '')
        .replace('### Core\n', `### Highlights\n\n${options}\n\n### Core\n`)
        .replaceAll('\n', '\r\n'),
    );
    await desk.source.focus();
    await desk.press('Control+z');
    await desk.press('Control+z');
    expect(await desk.undo()).toBe(text);
  });

  test('saves by the key and by the button', async () => {
    const desk = await open();
    await desk.goToEnd('Bye');
    await desk.page.keyboard.type('!');
    expect(await desk.save()).toBe(report.replace('Bye\t', 'Bye\t!'));
    await desk.page.keyboard.type('!');
    await desk.state('Not saved');
    await desk.button('Save').click();
    await desk.state('Saved');
    expect(await desk.onDisk()).toBe(report.replace('Bye\t', 'Bye\t!!'));
    expect(desk.errors).toEqual([]);
  });

  test('keeps the newer text when the news of a save comes during the next one', async () => {
    const desk = await open();
    const { page } = desk;
    const told = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const events = new EventSource('/api/events');
          events.onmessage = ({ data }) => {
            if (!String(data).includes('"file"')) return;
            events.close();
            resolve();
          };
        }),
    );
    await desk.goToEnd('Bye');
    await page.keyboard.type('1');
    await desk.save();
    await page.route('**/api/report', async (route) => {
      if (route.request().method() === 'PUT') await told;
      await route.continue();
    });
    await page.keyboard.type('2');
    expect(await desk.save()).toBe(report.replace('Bye\t', 'Bye\t12'));
    await page.keyboard.type('3');
    expect(await desk.save()).toBe(report.replace('Bye\t', 'Bye\t123'));
    expect(desk.errors).toEqual([]);
  });
});
