/**
 * Draws the pictures of the README anew, with Debian's Chromium:
 *
 *     npm run pictures
 *
 * They show what devreport really writes and prints. Where fonts differ, so do the bytes: the
 * pictures are committed, and no check makes them again.
 */
import { readFile } from 'node:fs/promises';
import { layoutNames } from '../src/config/layout-texts.ts';
import { photograph } from './pictures/chromium.ts';
import { photographDesk } from './pictures/desk.ts';
import { layoutPage } from './pictures/layout-page.ts';
import { reportPage } from './pictures/report-page.ts';
import { runSession } from './pictures/session.ts';
import { terminalPage } from './pictures/terminal-page.ts';

const report = 'reports/2017-05-08.md';
const repositories = ['--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool'];
const session = await runSession([
  ['--week', '2017-05-08', '--source', 'sample'],
  {
    file: report,
    comment: 'reword #1758, delete #1766',
    change: (draft) =>
      draft
        .replace(/^- .*(?= \[#1758\])/m, '- The options of `linuxkit run` were unified')
        .replace(/^- .*\[#1766\].*\n/m, ''),
  },
  [...['--week', '2017-05-08', '--source', 'sample'], ...repositories],
  ['explain', '#1764', '--source', 'sample'],
]);

const pictures = new Map([
  [
    'docs/images/report.png',
    await reportPage(report, await readFile(report, 'utf8'), { width: 820, height: 760, scale: 2 }),
  ],
  ['docs/images/terminal.png', await terminalPage(session)],
]);
for (const name of layoutNames) {
  pictures.set(`docs/images/layouts/${name}.png`, await layoutPage(name));
}

for (const [path, page] of pictures) {
  await photograph(page, path);
  console.log(path);
}

await photographDesk('docs/images/desk.png', async (page) => {
  const line = (words: string) => page.locator('.cm-line', { hasText: words });
  const preview = page.frameLocator('iframe');
  await preview.getByText('Spelling error').waitFor();
  await line('Spelling error').click({ position: { x: 40, y: 8 } });
  await page.keyboard.press('Alt+x');
  await preview.getByText('Spelling error').waitFor({ state: 'detached' });
  const drafted = "cmd: Unify 'run' cmdline options";
  await line(drafted).click({ position: { x: 40, y: 8 } });
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  for (const _ of drafted) await page.keyboard.press('Delete');
  await page.keyboard.type('`linuxkit run` has the same options everywhere');
  await preview.getByText('the same options').waitFor();
});
console.log('docs/images/desk.png');
