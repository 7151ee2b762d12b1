import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { snapshot } from '../../support/snapshot.ts';

type Period = Snapshot['period'];
const at = (date: string) => `${date}T00:00:00Z`;
const period = (kind: Period['kind'], start: string, end: string, date: string): Period => ({
  ...{ kind, start: at(start), end: at(end), timezone: 'UTC', date },
});
const may = period('month', '2017-05-01', '2017-06-01', '2017-05-31');
const june = period('month', '2017-06-01', '2017-07-01', '2017-06-30');
const weeks = ['2017-05-01', '2017-05-08', '2017-05-15', '2017-05-22', '2017-05-29'].map(
  (start) => {
    const end = new Date(Date.parse(start) + 7 * 86_400_000).toISOString().slice(0, 10);
    return period('week', start, end, end);
  },
);

async function drafted(folder: string, own: Period) {
  const collected = { ...snapshot().collected, at: '2017-08-01T00:00:00Z' };
  await writeFile(
    join(folder, 'facts.json'),
    serialiseSnapshot(snapshot({ period: own, collected })),
  );
  const ran = await devreport(folder, ['--source', 'facts.json']);
  const path = join(folder, 'reports', `${own.date}.md`);
  const text = ran.code === 0 ? await readFile(path, 'utf8') : '';
  return { ...ran, path, text, ordinal: /The (\S+ \w+) development report/.exec(text)?.[1] };
}

describe('weekly and monthly reports side by side', () => {
  test('quote those of their own cadence, and have no gaps or overlaps with others', async () => {
    const folder = await temporaryFolder();
    for (const week of weeks.slice(0, 4)) await drafted(folder, week);
    const monthly = await drafted(folder, may);
    expect(monthly.ordinal).toBe('first monthly');
    await writeFile(monthly.path, monthly.text.replace('## Blogs', '## Blogs\n\nA monthly blog.'));
    const weekly = await drafted(folder, weeks[4] ?? june);
    expect(weekly.ordinal).toBe('fifth weekly');
    expect(weekly.text).not.toContain('A monthly blog.');
    const next = await drafted(folder, june);
    expect(next.ordinal).toBe('second monthly');
    expect(next.text).toContain('In the report of 2017-05-31 this read:\nA monthly blog.');
    for (const { stderr } of [monthly, weekly, next])
      expect(stderr).not.toMatch(/overlap|No report covers/);
  });

  test('a gap between two of one cadence is still reported', async () => {
    const folder = await temporaryFolder();
    await drafted(folder, weeks[0] ?? june);
    await drafted(folder, may);
    expect((await drafted(folder, weeks[4] ?? june)).stderr).toContain(
      'No report covers 2017-05-08T00:00:00Z to 2017-05-29T00:00:00Z, between `2017-05-08.md`',
    );
  });

  test('of the same date: the other is refused, and told where to go', async () => {
    const folder = await temporaryFolder();
    const week = period('week', '2017-05-25', '2017-06-01', '2017-05-31');
    const { text, path } = await drafted(folder, week);
    const refused = await drafted(folder, may);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(
      'Use --since 2017-05-25 --until 2017-05-31, or write to another file with -o, like -o monthly/2017-05-31.md.',
    );
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
