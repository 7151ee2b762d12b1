import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { isThorough } from './runs.ts';

/** A browser that asks nobody anything, and keeps nothing. */
const quiet = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const program = process.env['CHROMIUM'] ?? 'chromium';

/** Whether there is a browser; CI must have one. */
export const hasChromium =
  process.env['CI'] !== undefined || spawnSync(program, ['--version']).status === 0;

/** Whether there is time to try everything in it. */
export const triesAllInChromium = hasChromium && isThorough;

const executablePath = program.includes('/') ? program : `/usr/bin/${program}`;

/** One browser for all tests of a `describe`, each of which opens a context of its own in it. */
export function sharedChromium(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: quiet });
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the tests have not started');
    return browser;
  };
}

/** A browser with a folder of its own, until the test is over. It reaches nothing but this machine. */
export async function openChromium(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'devreport-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: quiet,
    ...options,
  });
  onTestFinished(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });
  return context;
}
