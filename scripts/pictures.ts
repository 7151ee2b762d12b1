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
