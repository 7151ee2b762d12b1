import { describe, expect, test } from 'vitest';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { DeskPage } from './desk-page.ts';
import { drag } from './drag.ts';
import { editedReport as report, entries } from './edited-report.ts';

const { ci, options, kubernetes, spelling, tests } = entries;

/** The report with the entry about the tests at the end of Testing. */
const inTesting = report
  .replace(`${ci}\n`, '')
  .replace(`${tests}\n`, `${tests}\n${ci.replace('* ', '- ')}\n`);

describe.skipIf(!triesAllInChromium)('moving an entry', () => {
  const chromium = sharedChromium();
  const open = () => DeskPage.open(chromium(), { report });

  test('within its list, by keys', async () => {
    const desk = await open();
    await desk.goTo('The run options');
    await desk.press('Alt+ArrowUp');
    await desk.said('Moved #1758 above #1753.');
    expect(await desk.save()).toBe(report.replace(`${ci}\n${options}`, `${options}\n${ci}`));
    expect(await desk.undo()).toBe(report);

    await desk.goTo('The run options');
    await desk.press('Alt+ArrowDown');
    await desk.said('Moved #1758 below #1756.');
    await desk.press('Alt+ArrowDown');
    await desk.said('Moved #1758 below #1766.');
    const [from, to] = [
      [options, kubernetes, spelling],
      [kubernetes, spelling, options],
    ];
    expect(await desk.save()).toBe(report.replace(from.join('\n'), to.join('\n')));
    await desk.press('Control+z');
    expect(await desk.undo()).toBe(report);
    expect(desk.errors).toEqual([]);
  });

  test('to another section, by the menu', async () => {
    const desk = await open();
    await desk.goTo('The tests run again');
    await desk.button('Move to').click();
    await desk.page.getByRole('option', { name: 'PRs merged › Testing 2' }).click();
    await desk.said('Moved #1753 to Testing.');
    expect(await desk.save()).toBe(inTesting);
    await desk.page.locator('.cm-current', { hasText: 'The tests run again' }).waitFor();
    expect(await desk.undo()).toBe(report);
  });

  test('to another section, by keys, as often as wanted', async () => {
    const desk = await open();
    await desk.goTo('The tests run again');
    await desk.press('Alt+m');
    await desk.page.getByRole('combobox', { name: 'Move to which section?' }).waitFor();
    await desk.press('ArrowDown');
    await desk.press('ArrowUp');
    await desk.page.getByRole('option', { name: 'Testing', selected: true }).waitFor();
    await desk.press('Enter');
    await desk.said('Moved #1753 to Testing.');
    expect(await desk.save()).toBe(inTesting);

    await desk.press('Alt+m');
    await desk.page.keyboard.type('core');
    await desk.press('Enter');
    await desk.said('Moved #1753 to Core.');
    expect(await desk.save()).toBe(
      report.replace(`${ci}\n`, '').replace(`${spelling}\n`, `${spelling}\n${ci}\n`),
    );
    await desk.press('Control+z');
    expect(await desk.undo()).toBe(report);
  });

  test('not, when the menu is left', async () => {
    const desk = await open();
    await desk.goTo('The tests run again');
    await desk.press('Alt+m');
    await desk.page.getByRole('listbox').waitFor();
    await desk.press('Escape');
    await desk.page.getByRole('listbox').waitFor({ state: 'detached' });
    // The keyboard is back in the text.
    await desk.press('Alt+ArrowDown');
    await desk.said('Moved #1753 below #1758.');
    await desk.save();
    expect(await desk.undo()).toBe(report);
  });

  test('to another section, by dragging its line of the facts', async () => {
    const desk = await open();
    await desk.fact('Core 4').click();
    await desk.fact('#1753').dragTo(desk.fact('Testing 2'));
    await desk.said('Moved #1753 to Testing.');
    expect(await desk.save()).toBe(inTesting);
    expect(await desk.undo()).toBe(report);
  });

  test('above another entry, by dragging it in the preview', async () => {
    const desk = await open();
    const { preview } = desk;
    await preview.getByText('The tests run again').hover();
    const handle = preview.getByTitle('Drag to move');
    await drag(desk.page, handle, preview.getByText('Dautenhahn is spelled'));
    await desk.said('Moved #1753 above #1766.');
    const [from, to] = [
      [ci, options, kubernetes],
      [options, kubernetes, ci],
    ];
    expect(await desk.save()).toBe(report.replace(from.join('\n'), to.join('\n')));
    expect(await desk.undo()).toBe(report);
  });

  test.each(['mouse', 'keys'])('to a new section, by %s', async (by) => {
    const desk = await open();
    await desk.goTo('Tests are tidy');
    if (by === 'mouse') {
      await desk.button('Move to').click();
      await desk.page.getByRole('option', { name: 'New section…' }).click();
    } else await desk.press('Alt+m');
    await desk.page.keyboard.type('Tools & more');
    const choice = desk.page.getByRole('option', { name: 'New section “Tools & more”' });
    if (by === 'mouse') await choice.click();
    else await desk.press('Enter');
    await desk.said('Moved #1655 to the new section Tools & more.');
    expect(await desk.save()).toBe(
      report
        .replace(`${tests}\n`, '')
        .replace('Planned', `### Tools & more\n\n${tests.replace('- ', '* ')}\n\nPlanned`),
    );
    expect(await desk.undo()).toBe(report);
  });
});
