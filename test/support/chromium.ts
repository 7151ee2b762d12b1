import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type BrowserContext, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** A browser that asks nobody anything, and keeps nothing. */
const quiet = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const program = process.env['CHROMIUM'] ?? 'chromium';

/** Whether there is a browser; CI must have one. */
export const hasChromium =
  process.env['CI'] !== undefined || spawnSync(program, ['--version']).status === 0;

/** A browser with a folder of its own, until the test is over. It reaches nothing but this machine. */
export async function openChromium(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'devreport-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: program.includes('/') ? program : `/usr/bin/${program}`,
    args: quiet,
    ...options,
  });
  onTestFinished(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });
  return context;
}
