import { describe, expect, test } from 'vitest';
import { triesAllInChromium, sharedChromium } from '../../support/chromium.ts';
import { DeskPage } from './desk-page.ts';
import { drag } from './drag.ts';
import { editedReport as report, entries } from './edited-report.ts';

const { ci, options, kubernetes, tests } = entries;
const [link1753] = /\[#1753\]\S+/.exec(ci) ?? [''];
const [link1758] = /\[#1758\]\S+/.exec(options) ?? [''];
const joined = `* The tests run again; The run options were unified ${link1753} ${link1758} @dave-tucker @justincormack @rneugeba.`;
const withJoined = report.replace(`${ci}\n${options}`, joined);
const without = report.replace(`${options}\n`, '');
const highlighted = without.replace('### Core\n', `### Highlights\n\n${options}\n\n### Core\n`);

describe.skipIf(!triesAllInChromium)('an entry', () => {
  const chromium = sharedChromium();
  const open = () => DeskPage.open(chromium(), { report });

  test('is joined with the one above by a key, and split by a button', async () => {
    const desk = await open();
    await desk.goTo('The run options');
    await desk.press('Alt+j');
    await desk.said('Joined #1758 with #1753.');
    expect(await desk.save()).toBe(withJoined);

    await desk.goTo('The tests run again');
    await desk.button('Split').click();
    await desk.said('Split #1753 and #1758.');
    await desk.save();
    await desk.button('Split').waitFor({ state: 'detached' });
    expect(await desk.undo()).toBe(withJoined);
    expect(await desk.undo()).toBe(report);
    expect(desk.errors).toEqual([]);
  });

  test('is taken out before the text is saved, however soon that is asked for', async () => {
    const desk = await open();
    await desk.page.route('**/api/act', async (route) => {
      await desk.page.waitForTimeout(500);
      await route.continue();
    });
    await desk.goTo('The run options');
    await desk.press('Alt+x');
    await desk.press('Control+s');
    await desk.said('Saved.');
    expect(await desk.onDisk()).toBe(without);
  });

  test('is joined with another one by the menu', async () => {
    const desk = await open();
    await desk.goTo('Kubernetes boots');
    await desk.button('Join').click();
    await desk.page.getByRole('option', { name: 'the one above' }).waitFor();
    await desk.page.getByRole('option', { name: '#1655 Tests are tidy Testing' }).click();
    await desk.said('Joined #1756 with #1655.');
    const [link1756] = /\[#1756\]\S+/.exec(kubernetes) ?? [''];
    const both = tests
      .replace('tidy ', 'tidy; Kubernetes boots again ')
      .replace('@dave-tucker', `${link1756} @dave-tucker @ijc25`);
    expect(await desk.save()).toBe(report.replace(`${kubernetes}\n`, '').replace(tests, both));
    expect(await desk.undo()).toBe(report);
  });

  test.each(['mouse', 'keys'])('is taken out by %s, and comes back', async (by) => {
    const desk = await open();
    await desk.goTo('The run options');
    if (by === 'mouse') await desk.button('Take out').click();
    else await desk.press('Alt+x');
    await desk.said('Took #1758 out.');
    expect(await desk.save()).toBe(without);

    await desk.page.getByRole('searchbox', { name: 'Search the facts' }).fill('#1758');
    await desk.fact('#1758').click();
    await desk.button('Bring back').click();
    if (by === 'mouse') await desk.page.getByRole('option', { name: 'Core as drafted' }).click();
    else await desk.press('Enter');
    await desk.said('Brought #1758 back to Core.');
    const [written = ''] = /^\* .*#1758.*\n/m.exec(await desk.save()) ?? [];
    expect((await desk.onDisk()).replace(written, '')).toBe(without);
    expect(await desk.undo()).toBe(without);
    expect(await desk.undo()).toBe(report);
  });

  test('comes back to where it is dragged to', async () => {
    const desk = await open();
    await desk.page.getByRole('searchbox', { name: 'Search the facts' }).fill('#176');
    await desk.page.locator('#facts-count').getByText(/ of /).waitFor();
    await drag(desk.page, desk.fact('#1762'), desk.fact('Core'));
    await desk.said('Brought #1762 back to Core.');
    const [written = ''] = /^\* .*#1762.*\n/m.exec(await desk.save()) ?? [];
    expect((await desk.onDisk()).replace(written, '')).toBe(report);
    expect(await desk.undo()).toBe(report);
  });

  test.each(['mouse', 'keys'])('is a highlight by %s, and none', async (by) => {
    const desk = await open();
    const highlight = () =>
      by === 'mouse' ? desk.button('Highlight').click() : desk.press('Alt+h');
    await desk.goTo('The run options');
    await highlight();
    await desk.said('Moved #1758 to Highlights.');
    expect(await desk.save()).toBe(highlighted);
    await desk.goTo('The run options');
    await highlight();
    await desk.said('Moved #1758 back from Highlights.');
    await desk.save();
    expect(await desk.undo()).toBe(highlighted);
    expect(await desk.undo()).toBe(report);
  });

  test('credits who is chosen', async () => {
    const desk = await open();
    await desk.goTo('The run options');
    await desk.button('Credit').click();
    // Who had to do with it comes first, but for those who are credited.
    await desk.page.getByRole('option', { selected: true }).getByText('@justincormack').waitFor();
    await desk.press('Enter');
    await desk.said('Credited @justincormack in #1758.');
    expect(await desk.save()).toBe(report.replace('@rneugeba.', '@rneugeba @justincormack.'));

    await desk.button('Credit').click();
    await desk.page.keyboard.type('ijc');
    await desk.page.getByRole('option', { name: '@ijc25' }).click();
    await desk.said('Credited @ijc25 in #1758.');
    expect(await desk.save()).toBe(
      report.replace('@rneugeba.', '@rneugeba @justincormack @ijc25.'),
    );
    await desk.source.focus();
    await desk.press('Control+z');
    expect(await desk.undo()).toBe(report);
  });
});
