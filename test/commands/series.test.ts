import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { devreport } from '../support/run.ts';
import { SeriesFolder, weekBefore } from './draft/series-form.ts';

const sample = ['--week', '2017-05-08', '--source', 'sample'];
const post = '_posts/2017-05-08-development-report-for-8-may-2017.md';

/** The sample's week, under a name with a slug. */
async function sampleSeries(): Promise<string> {
  const { folder } = await SeriesFolder.with('file: "_posts/{date}-{slug}.md"\n');
  await writeFile(join(folder, 'devreport.yml'), 'file: "_posts/{date}-{slug}.md"\n');
  await devreport(folder, sample);
  return folder;
}

test('check compares a report with those before and after by the pattern', async () => {
  const series = await SeriesFolder.with('file: "{year}/{month}/{date}-{number}.md"\n');
  for (const monday of ['2017-04-24', '2017-05-08', '2017-05-15'])
    await series.draft(weekBefore(monday));
  const { stdout } = await devreport(series.folder, [
    'check',
    '2017/05/2017-05-08-2.md',
    '--offline',
  ]);
  expect(stdout).toContain('between `../04/2017-04-24-1.md` and this report');
  expect(stdout.match(/period-adjacent/g)).toHaveLength(1);
  const elsewhere = await devreport(series.folder, ['check', 'own.hbs', '--offline']);
  expect(elsewhere.stdout).not.toContain('period-adjacent');
});

test('check knows the period of a report without a record by its name', async () => {
  const folder = await sampleSeries();
  const text = await readFile(join(folder, post), 'utf8');
  const bare = text.replace(/^# .*\n/, '# News\n').replace(/<!-- devreport record[^]*-->\n/, '');
  await writeFile(join(folder, post), bare);
  const checked = await devreport(folder, ['check', post, '--source', 'sample']);
  expect(checked.stderr).not.toContain('without facts');
  await writeFile(join(folder, '_posts/2017-06-05-x.md'), bare);
  const other = await devreport(folder, ['check', '_posts/2017-06-05-x.md', '--source', 'sample']);
  expect(other.stderr).toContain('without facts');
});

test('explain finds the report of an item by the pattern', async () => {
  const folder = await sampleSeries();
  const { stdout } = await devreport(folder, ['explain', '#1757', '--source', 'sample']);
  expect(stdout).toContain(`report   ${post} names it under “PRs merged › Kernel”`);
});

test('init does not take a pattern for something else', async () => {
  const folder = await sampleSeries();
  const { code, stdout } = await devreport(folder, ['init', '-o', '-', '--reports', '_posts']);
  expect(code).toBe(0);
  expect(stdout).toContain('# file: reports/{date}.md\n');
});
