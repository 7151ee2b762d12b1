import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/**
 * Writes a PNG of the desk with the sample's week, some minutes into the work on it.
 *
 * @param work what its editor has done before the picture
 */
export async function photographDesk(
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'devreport-desk-'));
  const desk = spawn(
    process.execPath,
    [resolve('dist/cli.js'), 'edit', '--week', '2017-05-08', '--source', 'sample', '--no-open'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const address = await new Promise<string>((done) =>
      desk.stdout.once('data', (text: Buffer) => done(text.toString().trim())),
    );
    const page = await browser.newPage({
      viewport: { width: 1440, height: 860 },
      deviceScaleFactor: 1.5,
    });
    await page.goto(address);
    await work(page);
    await page.screenshot({ path });
  } finally {
    await browser.close();
    desk.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
