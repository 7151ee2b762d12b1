import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { bodyOf } from '../../revise/support.ts';
import { devreport, type Ran } from '../../support/run.ts';
import { act, closes, files, issue, pull, snapshot } from '../../support/snapshot.ts';

const run = promisify(execFile);

/** A report and its facts, in a folder of its own. */
class Report {
  readonly folder: string;
  readonly path: string;

  constructor(folder: string, name: string) {
    this.folder = folder;
    this.path = join(folder, name);
  }

  static async of(facts: Partial<Snapshot>, name = 'report.md'): Promise<Report> {
    const report = new Report(await temporaryFolder(), name);
    await report.run(facts);
    return report;
  }

  async run(facts: Partial<Snapshot>, ...options: string[]): Promise<Ran> {
    await writeFile(join(this.folder, 'week.json'), serialiseSnapshot(snapshot(facts)));
    return devreport(this.folder, ['--source', 'week.json', '-o', this.path, ...options]);
  }

  text(): Promise<string> {
    return readFile(this.path, 'utf8');
  }

  async edit(change: (text: string) => string): Promise<string> {
    const edited = change(await this.text());
    await writeFile(this.path, edited);
    return edited;
  }
}

const kernel = { files: files('kernel/a') };
const talk = { activity: [act('commented', 'deitch')] };
const before: Partial<Snapshot> = {
  pullRequests: [pull(1), pull(2), pull(3, kernel)],
  issues: [issue(20, talk), issue(21, talk)],
};
/** 1 and 2 have another title, 20 was resolved by 4, and 3 was reverted by 5. */
const after: Partial<Snapshot> = {
  pullRequests: [
    pull(1, { title: 'One' }),
    pull(2, { title: 'Two' }),
    pull(3, kernel),
    pull(4, { references: [closes(20)] }),
    pull(5, { ...kernel, title: 'Revert "Change 3"' }),
  ],
  issues: [
    issue(20, { ...talk, state: 'closed', closedAt: '2017-05-03T10:00:00Z' }),
    issue(21, talk),
  ],
};
const id = (number: number) => `#${number}`;

describe('a rerun reports', () => {
  test('added, refreshed, kept and left out items, and those to review', async () => {
    const report = await Report.of(before);
    await report.edit((text) =>
      text.replace('Change 2', 'My words').replace(/^- Problem 21 .*\n/m, ''),
    );
    const { stderr } = await report.run(after);
    expect(stderr.split('\n').slice(0, 6)).toEqual([
      `2 added: ${id(4)}, ${id(5)}`,
      `2 refreshed, unedited until now: ${id(1)}, ${id(20)}`,
      `1 kept in your words: ${id(2)}`,
      `1 to review: changed since, but left unchanged here: ${id(2)} (would now read “Two #2 @rneugeba.”)`,
      `1 left out, deleted by you: ${id(21)}`,
      "Entries to review are named until they say what has changed, or until you run with --seen '#2'.",
    ]);
    expect(stderr).toContain('\nFacts from week.json.\n');
    const text = await report.text();
    expect(text).toContain('- One [#1]');
    expect(text).toContain('- My words [#2]');
    expect(text).toMatch(/- Change 3 .*\n- Revert "Change 3" \[#5\]/);
    expect(text.match(/issues\/20/g)).toHaveLength(1);

    const again = await report.run(after);
    expect(again.stderr).toContain('Nothing new: the report stays as it is.');
    expect(again.stderr).toContain('1 to review: changed since, but left unchanged here: #2');
    expect(await report.text()).toBe(text);

    const seen = await report.run(after, '--seen', '#2');
    expect(seen.stderr).not.toContain('to review');
    expect((await report.run(after)).stderr).not.toContain('to review');
    expect(bodyOf(await report.text())).toBe(bodyOf(text));
  });

  test('new items that have no place, with exit code 1 until they have one', async () => {
    const template = ['--template', join(import.meta.dirname, '../../revise/details.hbs')];
    // A first draft with items is refused.
    const report = new Report(await temporaryFolder(), 'report.md');
    await report.run({}, ...template);
    await report.edit((text) => text.replace('## PRs merged', 'My words\n\n## PRs merged'));
    const named = `6 in a comment, because there is no place for it here; move it into the text, or delete it: ${[1, 2, 4, 20, 3, 5].map(id).join(', ')}\n`;
    for (let run = 0; run < 2; run++) {
      const { code, stderr } = await report.run(after, ...template);
      expect(code).toBe(1);
      expect(stderr).toContain(named);
    }
    await report.edit((text) => text.replaceAll(/<!-- editor: devreport[^]*?-->/g, ''));
    const { code, stderr } = await report.run(after, ...template);
    expect(code).toBe(0);
    expect(stderr).not.toContain('in a comment');
  });

  test('planned items that are merged now', async () => {
    const report = await Report.of(before);
    const edited = await report.edit((text) =>
      text.replace('## Planned changes\n', '## Planned changes\n\nNext comes #6.\n'),
    );
    const { stderr } = await report.run({
      ...before,
      pullRequests: [...(before.pullRequests ?? []), pull(6)],
    });
    expect(stderr).toContain(
      '1 new, but already cited by you, so not added: #6 (under Planned changes)\n',
    );
    expect(await report.text()).toBe(edited);
  });

  test('items that incomplete facts lack, and removes none of them', async () => {
    const report = await Report.of(before);
    const text = await report.text();
    const { code, stderr } = await report.run({
      pullRequests: [pull(1)],
      complete: false,
      warnings: [{ code: 'x', message: 'The rest is missing.' }],
    });
    expect(code).toBe(1);
    expect(stderr).toContain(
      '4 missing from the facts, which are incomplete; left unchanged here: ' +
        [2, 3, 21, 20].map(id).join(', '),
    );
    const now = await report.text();
    for (const line of text.split('\n').filter((one) => one.includes('[#')))
      expect(now).toContain(line);
  });
});

describe('--diff', () => {
  test('shows nothing on stdout when nothing changes', async () => {
    const report = await Report.of(before);
    const { stdout, stderr } = await report.run(before, '--diff');
    expect(stdout).toBe('');
    expect(stderr).toContain('Nothing new');
  });

  test.each([
    ['a report', 'report.md', (text: string) => text],
    ['one with other line endings', 'report.md', (text: string) => text.replaceAll('\n', '\r\n')],
    ['one without a final newline', 'report.md', (text: string) => text.trimEnd()],
    ['one with blanks in its name', 'the reports/my report.md', (text: string) => text],
  ])('is a patch: %s', async (_, name, change) => {
    const report = await Report.of(before, name);
    const edited = await report.edit((text) => change(text.replace('Change 2', 'Words')));
    const { stdout } = await report.run(after, '--diff');
    expect(await report.text()).toBe(edited);

    const patch = join(report.folder, 'changes.patch');
    await writeFile(patch, stdout);
    await run('git', ['init', '-q'], { cwd: report.folder });
    await run('git', ['apply', '--whitespace=nowarn', patch], { cwd: report.folder });
    const patched = await report.text();
    await writeFile(report.path, edited);
    await report.run(after);
    expect(await report.text()).toBe(patched);
  });

  test.each([
    ['of a checkout, for its root', 'src/deep', true, 'reports/report.md'],
    ['elsewhere, for the folder of the report', 'src/deep', false, 'report.md'],
    ['above the report, for where it was asked', '.', false, 'reports/report.md'],
  ])('is a patch in a folder %s', async (_, from, isCheckout, name) => {
    const folder = await temporaryFolder();
    if (isCheckout) await run('git', ['init', '-q'], { cwd: folder });
    await mkdir(join(folder, from), { recursive: true });
    await mkdir(join(folder, 'reports'));
    const report = new Report(folder, 'reports/report.md');
    await report.run(before);
    const edited = await report.edit((text) => text.replace('Change 2', 'Words'));
    await writeFile(join(folder, 'week.json'), serialiseSnapshot(snapshot(after)));
    const facts = ['--source', join(folder, 'week.json'), '-o', report.path];
    const { stdout } = await devreport(join(folder, from), [...facts, '--diff']);
    expect(stdout).toContain(`\n+++ b/${name}\n`);
    const root = join(report.path, name === 'report.md' ? '..' : '../..');
    await writeFile(join(folder, 'changes.patch'), stdout);
    await run('git', ['apply', join(folder, 'changes.patch')], { cwd: root });
    const patched = await report.text();
    await report.edit(() => edited);
    await devreport(join(folder, from), facts);
    expect(await report.text()).toBe(patched);
  });

  test('is a patch for a missing report, too', async () => {
    const report = new Report(await temporaryFolder(), 'reports/new.md');
    const { stdout } = await report.run(before, '--diff');
    expect(stdout).toMatch(/^diff --git .*\nnew file mode 100644\n--- \/dev\/null\n/);
    expect(await readdir(report.folder)).toEqual(['week.json']);
  });
});

describe('the file', () => {
  test('keeps its mode, with any umask', async () => {
    const report = await Report.of(before);
    await chmod(report.path, 0o666);
    await report.run(after);
    expect((await stat(report.path)).mode & 0o777).toBe(0o666);
  });

  test('is not replaced without permission to write to it', async () => {
    const report = await Report.of(before);
    await chmod(report.path, 0o444);
    const text = await report.text();
    const { code, stderr } = await report.run(after);
    const mayWrite = process.getuid?.() === 0;
    expect(code).toBe(mayWrite ? 0 : 2);
    expect(stderr.includes('report.md (EACCES).')).toBe(!mayWrite);
    expect((await report.text()) === text).toBe(!mayWrite);
  });

  test('is written to the target of a symbolic link, even a missing one', async () => {
    const folder = await temporaryFolder();
    await symlink('elsewhere/report.md', join(folder, 'link.md'));
    const report = new Report(folder, 'link.md');
    for (const facts of [before, after]) {
      await report.run(facts);
      expect((await lstat(report.path)).isSymbolicLink()).toBe(true);
      expect(await readFile(join(folder, 'elsewhere/report.md'), 'utf8')).toBe(await report.text());
    }
  });

  test('may be empty', async () => {
    const report = new Report(await temporaryFolder(), 'report.md');
    await writeFile(report.path, '\n');
    expect((await report.run(before)).code).toBe(0);
    expect(await report.text()).toContain('- Change 1 [#1]');
  });

  test('cannot be a pipe', async () => {
    const report = new Report(await temporaryFolder(), 'pipe');
    await run('mkfifo', [report.path]);
    const { code, stderr } = await report.run(before);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `devreport: ${report.path} is a pipe or a device, not a file.\nName a regular file; -o - is stdout.\n`,
    });
  });

  test('is unchanged when a folder takes its place', async () => {
    const report = new Report(await temporaryFolder(), 'report.md');
    await mkdir(report.path);
    expect((await report.run(before)).code).toBe(2);
    expect((await readdir(report.folder)).sort()).toEqual(['report.md', 'week.json']);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'a comment is left open',
      (text) => text.replace(/(?=<!-- devreport record)/, '<!-- more\n\n'),
      /damaged: it is inside the comment that begins in line \d+ and is never closed\. Nothing was changed\.\nClose the comment and run again\.\n/,
    ],
    [
      'it was made by a newer devreport',
      (text) => text.replace('"version": 1', '"version": 9'),
      /was made by a newer devreport: its record has version 9, this devreport reads version \d\.\nUpdate devreport/,
    ],
  ])('is unchanged when %s', async (_, change, message) => {
    const report = await Report.of(before);
    const edited = await report.edit(change);
    const { code, stderr } = await report.run(after);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(await report.text()).toBe(edited);
  });
});
