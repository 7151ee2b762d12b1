/**
 * Draws the pictures of the README anew, with Debian's Chromium:
 *
 *     node --import ./scripts/typescript.js scripts/pictures.ts
 *
 * They show what devreport really writes and prints. Where fonts differ, so do the bytes: the
 * pictures are committed, and no check makes them again.
 */
import { readFile } from 'node:fs/promises';
import { photograph } from './pictures/chromium.ts';
import { reportPage } from './pictures/report-page.ts';
import { runSession } from './pictures/session.ts';
import { terminalPage } from './pictures/terminal-page.ts';

const report = 'reports/2017-05-08.md';
const session = await runSession([
  ['--week', '2017-05-08', '--source', 'sample'],
  ['explain', '#1764', '--source', 'sample'],
]);

const pictures = {
  'docs/images/report.png': await reportPage(report, await readFile(report, 'utf8')),
  'docs/images/terminal.png': await terminalPage(session),
};

for (const [path, page] of Object.entries(pictures)) {
  await photograph(page, path);
  console.log(path);
}
