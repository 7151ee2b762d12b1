import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { month, SeriesFolder, weekBefore } from './series-form.ts';

describe('the name of a report', () => {
  test.each([
    ['reports/{date}.md', ['reports/2017-05-08.md', 'reports/2017-05-15.md']],
    [
      'blog/{date}-twin{number:4}.md',
      ['blog/2017-05-08-twin0001.md', 'blog/2017-05-15-twin0002.md'],
    ],
    [
      '_posts/{date}-{slug}.md',
      [
        '_posts/2017-05-08-development-report-for-8-may-2017.md',
        '_posts/2017-05-15-development-report-for-15-may-2017.md',
      ],
    ],
    [
      'content/{year}/{month}/{cadence}-{date}.md',
      ['content/2017/05/weekly-2017-05-08.md', 'content/2017/05/weekly-2017-05-15.md'],
    ],
    ['news/{number}.md', ['news/1.md', 'news/2.md']],
    ['{week}/index.md', ['2017-W18/index.md', '2017-W19/index.md']],
    ['{start}.md', ['2017-05-01.md', '2017-05-08.md']],
  ])('%s finds the series by it, and a rerun changes nothing', async (file, expected) => {
    const series = await SeriesFolder.with(`file: "${file}"\n`);
    await series.draft(weekBefore('2017-05-08'));
    await series.draft(weekBefore('2017-05-15'));
    expect(await series.reports()).toEqual(expected);
    expect(await series.text(expected[1] ?? '')).toContain(
      'The second, 2.\n\nBefore: [Development',
    );
    const rerun = await series.draft(weekBefore('2017-05-15'));
    expect(rerun.stderr).toContain('Nothing new');
    await series.draft(weekBefore('2017-05-08'));
    expect(await series.reports()).toEqual(expected);
    expect(await series.text(expected[0] ?? '')).toContain('The first, 1.\n\nAfter: [Development');
  });

  test('data goes beside it', async () => {
    const series = await SeriesFolder.with('file: "{date}-twin{number:4}.md"\n');
    await series.draft(weekBefore('2017-05-08'), '--format', 'json');
    const json = JSON.parse(await series.text('2017-05-08-twin0001.json')) as { number: number };
    expect(json.number).toBe(1);
  });

  test('-o names another file, and the number stays that of the series', async () => {
    const series = await SeriesFolder.with('file: news/{number}.md\nnumber: 5\n');
    await series.draft(weekBefore('2017-05-08'));
    const { stderr } = await series.draft(weekBefore('2017-05-15'), '-o', 'this-week.md');
    expect(stderr).toContain('Wrote this-week.md.');
    expect(await series.text('this-week.md')).toContain(
      'The sixth, 6.\n\nBefore: [Development report for 8 May 2017](news/5.md), 5 of 2017-05-07.',
    );
  });
});

describe('a report that is there already', () => {
  test.each([
    [
      '_posts/{date}-{slug}.md',
      '2017-05-08-development-report-for-8-may-2017.md',
      '2017-05-08-a-big-week.md',
    ],
    ['_posts/{date}-twin{number:4}.md', '2017-05-08-twin0001.md', '2017-05-08-twin0365.md'],
    ['_posts/{number}.md', '1.md', '12.md'],
  ])('under another slug or number is continued: %s', async (file, generated, renamed) => {
    const series = await SeriesFolder.with(`file: "${file}"\n`);
    await series.draft(weekBefore('2017-05-08'));
    const [from, to] = [generated, renamed].map((name) => join(series.folder, '_posts', name));
    await rename(from ?? '', to ?? '');
    const { code, stderr } = await series.draft(weekBefore('2017-05-08'));
    expect([code, await series.reports()]).toEqual([0, [`_posts/${renamed}`]]);
    const number = Number(/(\d+)\.md$/.exec(renamed)?.[1] ?? 1);
    expect(await series.text(`_posts/${renamed}`)).toContain(`, ${String(number)}.`);
    expect(stderr).not.toContain('overlap');
    await series.draft(weekBefore('2017-05-15'));
    const next = (await series.reports()).find((path) => !path.includes(renamed)) ?? '';
    expect(await series.text(next)).toContain(`, ${String(number + 1)}.`);
  });

  test('twice is an error that names both', async () => {
    const series = await SeriesFolder.with('file: "{date}-{slug}.md"\n');
    await series.draft(weekBefore('2017-05-08'));
    const [only = ''] = await series.reports();
    await series.write({ '2017-05-08-copy.md': await series.text(only) });
    const { code, stderr } = await series.draft(weekBefore('2017-05-08'));
    expect(code).toBe(2);
    expect(stderr).toContain(
      '2017-05-08-copy.md and 2017-05-08-development-report-for-8-may-2017.md both are the report of 2017-05-01 to 2017-05-07 (UTC). Nothing was changed.',
    );
  });

  test('another text of the same day is none, unless it is adopted', async () => {
    const post = '2017-05-08-hello.md';
    const series = await SeriesFolder.with('file: "{date}-{slug}.md"\n', { [post]: '# Hello\n' });
    expect((await series.draft(weekBefore('2017-05-08'), '--adopt', '--diff')).stdout).toContain(
      post,
    );
    await series.draft(weekBefore('2017-05-08'));
    expect(await series.reports()).toHaveLength(2);
    expect(await series.text(post)).toBe('# Hello\n');
  });

  test('of another period is refused, with the place of the pattern and what to add', async () => {
    const series = await SeriesFolder.with('file: "{date}.md"\n');
    await series.draft({ ...weekBefore('2017-06-01'), date: '2017-05-31' });
    const before = await series.text('2017-05-31.md');
    const { code, stderr } = await series.draft(month('2017-05'));
    expect(code).toBe(2);
    expect(stderr).toContain(
      '2017-05-31.md covers 2017-05-25 to 2017-05-31 (UTC), not 2017-05-01 to 2017-05-31 (UTC).',
    );
    expect(stderr).toContain(
      'To keep both in files of their own, add {cadence} to file in devreport.yml:2, now "{date}.md".',
    );
    expect(await series.text('2017-05-31.md')).toBe(before);
    const numbered = await SeriesFolder.with('file: "{number}.md"\n');
    await numbered.draft(weekBefore('2017-05-15'));
    expect((await numbered.draft(weekBefore('2017-05-08'))).stderr).toContain(
      'add {date} to file in devreport.yml:2, now "{number}.md".',
    );
  });
});

describe('the number of a report', () => {
  test('begins where the config says, or follows that of the report before', async () => {
    const series = await SeriesFolder.with('file: "blog/{date}-twin{number:4}.md"\nnumber: 7\n');
    await series.draft(weekBefore('2017-05-08'));
    expect(await series.reports()).toEqual(['blog/2017-05-08-twin0007.md']);
    await series.write({ 'blog/2017-05-15-twin0364.md': '# This week\n' });
    await series.draft(weekBefore('2017-05-22'));
    expect(await series.text('blog/2017-05-22-twin0365.md')).toContain(
      'The three hundred sixty-fifth, 365.\n\nBefore: [This week](2017-05-15-twin0364.md), 364 of 2017-05-15.',
    );
    await series.draft(weekBefore('2017-05-08'));
    expect(await series.text('blog/2017-05-08-twin0007.md')).toContain('The seventh, 7.');
  });

  test('is that of its own cadence, even where weekly and monthly reports share a pattern', async () => {
    const series = await SeriesFolder.with('file: "{date}-{number}.md"\nnumber: 10\n');
    await series.draft(weekBefore('2017-05-22'));
    await series.draft(month('2017-05'));
    await series.draft(weekBefore('2017-06-05'));
    await series.draft(month('2017-06'));
    expect(await series.reports()).toEqual([
      ...['2017-05-22-10.md', '2017-05-31-10.md', '2017-06-05-11.md', '2017-06-30-11.md'],
    ]);
    expect(await series.text('2017-06-05-11.md')).toContain('(2017-05-22-10.md), 10');
    expect(await series.text('2017-06-30-11.md')).toContain('(2017-05-31-10.md), 10');
  });
});

describe('the reports before and after', () => {
  test('are linked from the folder of the report, with their titles as text', async () => {
    const front = '---\nlayout: post\ntitle: "A *week* of <b>`x`</b>"\n---\n\n## Core\n\nText.\n';
    const series = await SeriesFolder.with('file: "{year}/{month}/{date} (x).md"\n', {
      '2017/04/2017-04-24 (x).md': front,
      '2017/05/2017-05-08 (x).md': '# [A](http://a) | b\n',
    });
    await series.draft(weekBefore('2017-05-01'));
    const text = await series.text('2017/05/2017-05-01 (x).md');
    expect(text).toContain('\\*week\\*');
    expect(text).toContain('](../04/2017-04-24%20%28x%29.md), 1 of 2017-04-24.');
    expect(text).toContain('](2017-05-08%20%28x%29.md), 3 of 2017-05-08.');
    const { stdout } = await series.draft(weekBefore('2017-05-15'), '-o', '-');
    expect(stdout).toContain('Before: [A | b](2017-05-08%20%28x%29.md), 3 of 2017-05-08.');
  });
});
