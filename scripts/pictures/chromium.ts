import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** An HTML document, and how much of it the picture shows, in CSS pixels. */
export interface Page extends Size {
  html: string;
}

export interface Size {
  width: number;
  height: number;
  /** Pixels of the picture for each of CSS: two where it is shown in full width, to be sharp on any screen. */
  scale: number;
}

// A browser that does nothing but draw: it asks no server, and stores nothing that stays.
const quiet = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--hide-scrollbars', '--default-background-color=00000000'],
];

/** Writes a PNG of the page. `CHROMIUM` names another browser than the one on the `PATH`. */
export async function photograph(
  { html, width, height, scale }: Page,
  path: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'devreport-picture-'));
  try {
    const file = join(folder, 'page.html');
    await writeFile(file, html);
    await promisify(execFile)(process.env['CHROMIUM'] ?? 'chromium', [
      ...quiet,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--force-device-scale-factor=${scale}`,
      `--window-size=${width},${height}`,
      `--screenshot=${resolve(path)}`,
      pathToFileURL(file).href,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
