import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Surroundings } from '../../../src/commands/environment.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { patience } from '../../support/runs.ts';
import { type OpenedDesk, openDesk } from '../open-desk.ts';

/** Where the report is in its folder. */
const path = 'reports/2017-05-08.md';

export interface DeskPageOptions {
  /** The file of the report, byte for byte; the desk drafts the sample's without one. */
  report?: string;
  /** That of an earlier desk; a new one without it. */
  folder?: string;
  /** Of `devreport edit`. */
  argv?: readonly string[];
  environment?: Partial<Surroundings>;
  /** Called with the page before it opens the desk. */
  watch?: (page: Page, origin: string) => void;
  /** Of the browser, like `{ colorScheme: 'dark' }`. */
  browser?: Parameters<Browser['newContext']>[0];
}

/** A desk in a page of its own, until the test is over. */
export class DeskPage {
  readonly page: Page;
  readonly desk: OpenedDesk;
  readonly folder: string;
  /** The absolute path of the report. */
  readonly file: string;
  /** What scripts threw, and all that the console got. */
  readonly errors: string[] = [];

  private constructor(page: Page, desk: OpenedDesk, folder: string) {
    this.page = page;
    this.desk = desk;
    this.folder = folder;
    this.file = join(folder, path);
    page.on('pageerror', ({ message }) => this.errors.push(message));
    page.on('console', (message) => this.errors.push(message.text()));
  }

  /** Opens a desk, and waits until its text can be edited. */
  static async open(browser: Browser, options: DeskPageOptions = {}): Promise<DeskPage> {
    const folder = options.folder ?? (await temporaryFolder());
    if (options.report !== undefined) {
      await mkdir(join(folder, 'reports'), { recursive: true });
      await writeFile(join(folder, path), options.report);
    }
    const desk = await openDesk(folder, options.argv, options.environment);
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      ...options.browser,
    });
    context.setDefaultTimeout(patience);
    onTestFinished(() => context.close());
    const opened = new DeskPage(await context.newPage(), desk, folder);
    options.watch?.(opened.page, desk.origin);
    await opened.page.goto(desk.address);
    await opened.hasFacts();
    return opened;
  }

  /** Waits until everything is there, after opening and after a reload. */
  async hasFacts(): Promise<void> {
    await this.source.waitFor();
    // Where there is little room, only the text is shown.
    const state = 'attached';
    await this.page.locator('#counts').waitFor({ state });
    await this.page.getByText('Reading what happened…').waitFor({ state: 'detached' });
    await this.preview.locator('.block').first().waitFor({ state });
  }

  /** The text, for keys. */
  get source(): Locator {
    return this.page.getByRole('textbox', { name: 'The report in Markdown' });
  }

  get preview(): ReturnType<Page['frameLocator']> {
    return this.page.frameLocator('#preview-frame');
  }

  /** The line of the source with some words, as it is shown: addresses are hidden. */
  entry(text: string): Locator {
    return this.source.locator('.cm-line', { hasText: text });
  }

  /** A line of the facts, by its words. */
  fact(name: string): Locator {
    return this.page.getByRole('treeitem', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Puts the cursor in the line with some words, near their start. */
  async goTo(text: string): Promise<void> {
    await this.entry(text)
      .first()
      .click({ position: { x: 40, y: 8 } });
  }

  /** Puts the cursor at the end of that line. */
  async goToEnd(text: string): Promise<void> {
    await this.goTo(text);
    await this.press('End');
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Waits for what the status line says. */
  async said(words: string | RegExp): Promise<void> {
    await expect.poll(() => this.page.locator('#said').textContent()).toMatch(words);
  }

  /** Waits for the state beside the button that saves: `Saved`, `Not saved`, `Changed on disk`… */
  async state(words: string): Promise<void> {
    await expect.poll(() => this.page.locator('#save-state').textContent()).toBe(words);
  }

  /** Saves by the key what is not saved yet, and gives the file. */
  async save(): Promise<string> {
    await this.state('Not saved');
    await this.press('Control+s');
    await this.state('Saved');
    return this.onDisk();
  }

  /** Undoes one step, and gives the file after saving. */
  async undo(): Promise<string> {
    await this.source.focus();
    await this.press('Control+z');
    await this.said('Undone.');
    return this.save();
  }

  /** The file as it is now, with its byte order mark. */
  onDisk(): Promise<string> {
    return readFile(this.file, 'utf8');
  }
}
