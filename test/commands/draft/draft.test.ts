import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { pull, snapshot } from '../../support/snapshot.ts';

const sample = ['--week', '2017-05-08', '--source', 'sample'];

describe('draft', () => {
  test('writes the report of the recorded week, with its messages on stderr alone', async () => {
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await devreport(folder, sample);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(
      '2017-05-01 to 2017-05-07 (UTC): 18 pull requests merged, 10 active issues shown',
    );
    expect(stderr).toContain('Wrote reports/2017-05-08.md.');
    expect(await readFile(join(folder, 'reports/2017-05-08.md'), 'utf8')).toContain(
      '# Development report for 8 May 2017',
    );
  });

  test('is the default command, and the committed report is what it writes', async () => {
    const folder = await temporaryFolder();
    const { stdout } = await devreport(folder, ['draft', ...sample, '-o', '-']);
    expect((await devreport(folder, [...sample, '-o', '-'])).stdout).toBe(stdout);
    expect(stdout).toBe(
      await readFile(join(import.meta.dirname, '../../../reports/2017-05-08.md'), 'utf8'),
    );
  });

  test('counts the reports beside it', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'reports'));
    const names = [
      '2017-04-23.md',
      '2017-04-30.md',
      '2017-05-08.json',
      '2017-05-28.md',
      'README.md',
    ];
    await Promise.all(names.map((name) => writeFile(join(folder, 'reports', name), '')));
    const { stdout } = await devreport(folder, [...sample, '-o', '-']);
    expect(stdout).toContain('The third weekly development report.');
  });

  test('a saved snapshot gives the same report to the byte', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, [...sample, '--format', 'snapshot', '-o', 'week.json']);
    const direct = await devreport(folder, [...sample, '-o', '-']);
    const saved = await devreport(folder, ['--source', 'week.json', '-o', '-']);
    expect(saved.stdout).toBe(direct.stdout);
    const again = await devreport(folder, [
      '--source',
      'week.json',
      '--format',
      'snapshot',
      '-o',
      '-',
    ]);
    expect(again.stdout).toBe(await readFile(join(folder, 'week.json'), 'utf8'));
  });

  test('--repo chooses among the recorded repositories, in the order asked for', async () => {
    const { stdout } = await devreport(await temporaryFolder(), [
      ...sample,
      ...['--repo', 'Moby/tool', '--repo', 'linuxkit/linuxkit', '--format', 'json', '-o', '-'],
    ]);
    const report = JSON.parse(stdout) as { repositories: string[] };
    expect(report.repositories).toEqual(['moby/tool', 'linuxkit/linuxkit']);
  });

  test('the config beside it decides sections, and its template is relative to it', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.github'));
    await writeFile(
      join(folder, '.github/devreport.yml'),
      'sections: [{ title: Everything }]\ntemplate: mine.hbs\n',
    );
    await writeFile(
      join(folder, 'mine.hbs'),
      '{{#each merged}}{{title}}: {{entries.length}}{{/each}}\n',
    );
    const { stdout } = await devreport(folder, [...sample, '-o', '-']);
    expect(stdout).toMatch(/^Everything: 18\n/);
  });

  test('a rerun keeps edits, and reports what it did', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'reports/2017-05-08.md');
    await devreport(folder, sample);
    await chmod(path, 0o600);
    const edited = (await readFile(path, 'utf8'))
      .replace('Fix CI', 'The CI was fixed')
      .replace(/^- Update packages .*\n/m, '');
    await writeFile(path, edited);
    const { code, stdout, stderr } = await devreport(folder, sample);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('1 kept in your words: #1753');
    expect(stderr).toContain('1 left out, deleted by you: #1772');
    expect(await readFile(path, 'utf8')).toBe(edited);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'reports'))).toEqual(['2017-05-08.md']);
  });

  test('a rerun adds new entries to their section and refreshes untouched ones; --diff shows it first', async () => {
    const folder = await temporaryFolder();
    const before = snapshot({
      pullRequests: [pull(1, { title: 'kernel: one' }), pull(2, { title: 'kernel: two' })],
    });
    const after = snapshot({
      pullRequests: [
        pull(1, { title: 'kernel: uno' }),
        pull(2, { title: 'kernel: dos' }),
        pull(3, { title: 'kernel: three' }),
      ],
    });
    await writeFile(join(folder, 'before.json'), serialiseSnapshot(before));
    await writeFile(join(folder, 'after.json'), serialiseSnapshot(after));
    await devreport(folder, ['--source', 'before.json', '-o', 'report.md']);
    const draft = await readFile(join(folder, 'report.md'), 'utf8');
    const edited = draft
      .replace('kernel: two', 'The kernel has a *second*')
      .replace('### Kernel', 'Some words.\n\n### The kernel');
    await writeFile(join(folder, 'report.md'), edited);

    const shown = await devreport(folder, ['--source', 'after.json', '-o', 'report.md', '--diff']);
    expect(shown.stderr).toContain('1 to add: #3\n1 to refresh, unedited until now: #1\n');
    expect(shown.stdout).toContain('+- kernel: three [#3]');
    expect(shown.stdout).toContain('-- kernel: one [#1]');
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe(edited);

    const { stderr } = await devreport(folder, ['--source', 'after.json', '-o', 'report.md']);
    expect(stderr).toContain('1 added: #3');
    expect(stderr).toContain('1 refreshed, unedited until now: #1');
    expect(stderr).toContain('1 to review: changed since, but left unchanged here: #2 (');
    const text = await readFile(join(folder, 'report.md'), 'utf8');
    const section = /### The kernel\n\n([^]*?)\n\n##/.exec(text)?.[1];
    expect(section).toBe(
      [
        '- kernel: uno [#1](https://github.com/linuxkit/linuxkit/pull/1) @rneugeba.',
        '- The kernel has a *second* [#2](https://github.com/linuxkit/linuxkit/pull/2) @rneugeba.',
        '- kernel: three [#3](https://github.com/linuxkit/linuxkit/pull/3) @rneugeba.',
      ].join('\n'),
    );
    expect(text).toContain('Some words.');

    const again = await devreport(folder, ['--source', 'after.json', '-o', 'report.md']);
    expect(again.stderr).toContain('Nothing new: the report stays as it is.');
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe(text);
  });

  test('an unedited draft loses no entry without a message', async () => {
    const folder = await temporaryFolder();
    const write = async (numbers: number[]) => {
      const pullRequests = numbers.map((number) => pull(number));
      await writeFile(join(folder, 'week.json'), serialiseSnapshot(snapshot({ pullRequests })));
      return devreport(folder, ['--source', 'week.json', '-o', 'report.md']);
    };
    await write([1, 2]);
    const { stderr } = await write([2, 3]);
    expect(stderr).toContain('1 added: #3');
    expect(stderr).toContain('1 removed: never edited, and no longer in the draft: #1\n');
  });

  test('--diff is for Markdown reports, and writes nothing', async () => {
    const folder = await temporaryFolder();
    for (const options of [
      ['--format', 'json'],
      ['-o', '-'],
    ]) {
      const { code, stdout } = await devreport(folder, [...sample, '--diff', ...options]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
    expect(await readdir(folder)).toEqual([]);
  });

  test('a file in the place of a folder is an error', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const { code, stderr } = await devreport(folder, [...sample, '-o', 'file/report.md']);
    expect(code, stderr).toBe(2);
  });

  test('a report without a record is unchanged without --adopt', async () => {
    const folder = await temporaryFolder();
    const published = await readFile(join(import.meta.dirname, '../../seed/2017-05-08.md'), 'utf8');
    await writeFile(join(folder, 'report.md'), published);
    const { code, stderr } = await devreport(folder, [...sample, '-o', 'report.md']);
    expect(code).toBe(2);
    expect(stderr).toContain('--adopt');
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toBe(published);

    const adopted = await devreport(folder, [...sample, '-o', 'report.md', '--adopt']);
    expect(adopted.code, adopted.stderr).toBe(0);
    const text = await readFile(join(folder, 'report.md'), 'utf8');
    for (const line of published.split('\n')) expect(text).toContain(line);
    expect(text.match(/pull\/1758\b/g)).toHaveLength(1);
    expect(text).toContain('Clean up the tests [#1655]');
    const again = await devreport(folder, [...sample, '-o', 'report.md']);
    expect(again.stderr).toContain('Nothing new');
  });

  test('an incomplete report is marked in its text, its JSON, on stderr and by the exit code', async () => {
    const folder = await temporaryFolder();
    const warnings = [
      {
        code: 'repository-missing',
        message: 'moby/tool cannot be read.',
        repository: 'linuxkit/linuxkit',
      },
      { code: 'files-unknown', message: 'GitHub does not list the files of #7.' },
    ];
    await writeFile(
      join(folder, 'week.json'),
      serialiseSnapshot(snapshot({ complete: false, warnings })),
    );
    const { code, stdout, stderr } = await devreport(folder, ['--source', 'week.json', '-o', '-']);
    expect(code).toBe(1);
    expect(stdout).toContain('> **This report is incomplete.**');
    expect(stderr).toContain('warning: moby/tool cannot be read.');
    expect(stderr).not.toContain('#7');
    expect(stdout).toMatch(/<!-- editor: To know before you publish:\n\n?- .*#7\.\n/);
    const json = await devreport(folder, ['--source', 'week.json', '-o', '-', '--format', 'json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ complete: false, warnings });
    const strict = await devreport(folder, ['--source', 'week.json', '-o', '-', '--strict']);
    expect(strict).toMatchObject({ code: 3, stdout: '' });
    expect(strict.stderr).toContain('moby/tool cannot be read.');
    expect(strict.stderr).not.toContain('#7');
  });

  test('a period that is not over is incomplete', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'week.json'), serialiseSnapshot(snapshot()));
    const early = (...options: string[]) =>
      devreport(folder, ['--source', 'week.json', '-o', '-', ...options], {
        now: '2017-05-05T00:00:00Z',
      });
    const { code, stdout } = await early();
    expect(code).toBe(1);
    expect(stdout).toContain(
      '\n> - The period is not over until the end of 2017-05-07 (UTC); later activity is missing.\n',
    );
    const json = await early('--format', 'json');
    expect(json.stdout).toContain('until the end of 2017-05-07 (UTC)');
  });

  test('a gap or an overlap with the previous report is only a warning', async () => {
    const folder = await temporaryFolder();
    const week = (start: string, end: string, date: string) =>
      snapshot({ period: { kind: 'week', start, end, timezone: 'UTC', date } });
    const write = async (facts: Snapshot) => {
      await writeFile(join(folder, 'week.json'), serialiseSnapshot(facts));
      return devreport(folder, ['--source', 'week.json']);
    };
    await write(week('2017-05-01T00:00:00Z', '2017-05-08T00:00:00Z', '2017-05-08'));
    const next = await write(week('2017-05-08T00:00:00Z', '2017-05-15T00:00:00Z', '2017-05-15'));
    expect(next.stderr).not.toContain('warning');
    const gap = await write(week('2017-05-22T00:00:00Z', '2017-05-29T00:00:00Z', '2017-05-29'));
    expect(gap.code).toBe(0);
    expect(gap.stderr).toContain('warning: No report covers 2017-05-15');
    const overlap = await write(week('2017-05-28T00:00:00Z', '2017-06-04T00:00:00Z', '2017-06-05'));
    expect(overlap.stderr).toContain('warning: `2017-05-29.md` and this report overlap');
  });

  test('stopping writes nothing', async () => {
    const folder = await temporaryFolder();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(devreport(folder, sample, { signal })).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual([]);
  });
});
