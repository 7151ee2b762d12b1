/**
 * How fast the desk is: how long it takes to open, and from a key to the paint that shows it, in the
 * sample and in a report of 2,600 entries.
 *
 *     npm run build && npm run bench:desk
 *
 * It needs Chromium (`CHROMIUM` names another one than that of the `PATH`).
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { serialiseSnapshot } from '../src/snapshot/parse.ts';
import { act, files, pull, snapshot, user } from '../test/support/snapshot.ts';

const KEYS = 200;
/** Runs in the page: notes the milliseconds from each key to the end of the frame that shows it. */
const WATCH = `
  var times = [];
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, true);
`;
const cli = resolve('dist/cli.js');
const script = await readFile('dist/desk.js');
console.log(`desk.js: ${kilobytes(script.length)}, gzipped ${kilobytes(gzipSync(script).length)}`);

const folder = await mkdtemp(join(tmpdir(), 'devreport-bench-'));
const big = join(folder, 'big.json');
await writeFile(big, serialiseSnapshot(busyWeek(2_600)));
try {
  for (const [name, source] of [
    ['the sample', 'sample'],
    ['2,600 entries', big],
  ] as const) {
    const { opened, times } = await measure(source);
    const [median, most] = [0.5, 0.95].map((part) => quantile(times, part).toFixed(0));
    console.log(
      `${name}: open after ${(opened / 1_000).toFixed(2)} s; key to paint ${median} ms, ` +
        `95th percentile ${most} ms, at most ${Math.max(...times).toFixed(0)} ms`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(source: string): Promise<{ opened: number; times: number[] }> {
  const cwd = await mkdtemp(join(folder, 'week-'));
  const context = await chromium.launchPersistentContext(join(cwd, 'profile'), {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    viewport: { width: 1440, height: 900 },
    args: [
      ...['--headless=new', '--no-sandbox', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
  const page = await context.newPage();
  const start = performance.now();
  const desk = spawn('node', [cli, 'edit', '--source', source, '--no-open'], { cwd });
  const address = await new Promise<string>((done) =>
    desk.stdout.once('data', (text: Buffer) => done(text.toString().trim())),
  );
  await page.goto(address);
  await page.locator('.cm-content').getByText('Development report').first().waitFor();
  const opened = performance.now() - start;
  const times = await type(page);
  desk.kill();
  await context.close();
  return { opened, times };
}

/** Milliseconds from each key to the paint after it. */
async function type(page: Page): Promise<number[]> {
  await page.locator('.cm-line').nth(2).click();
  await page.evaluate(WATCH);
  for (let key = 0; key < KEYS; key += 1) {
    // A fast typist; now and then a pause, in which the text is read.
    await page.keyboard.press('abcdefgh '[key % 9] ?? 'a');
    await page.waitForTimeout(key % 40 === 39 ? 1_500 : 60);
  }
  return page.evaluate<number[]>('times');
}

function quantile(values: number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(0)} kB`;
}

function busyWeek(entries: number) {
  return snapshot({
    pullRequests: Array.from({ length: entries }, (_, i) =>
      pull(i + 1, {
        title: `pkg: Update \`thing-${i}\` to version ${i % 40}`,
        author: user(`person-${i % 97}`),
        files: files(`pkg/thing-${i}/Dockerfile`, `kernel/${i % 7}`, `test/${i}`),
        activity: [act('reviewed', `person-${i % 89}`)],
      }),
    ),
  });
}
