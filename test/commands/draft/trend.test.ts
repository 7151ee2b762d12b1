import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { pull, snapshot } from '../../support/snapshot.ts';

const unknown = { pullsOpened: null, pullsClosed: null, issuesOpened: null, issuesClosed: null };

/** The lines on stderr about the last periods, with so many merged in those before the week. */
async function lines(earlier: (number | null)[], kind: 'week' | 'range' = 'week') {
  const day = (n: number) => new Date(Date.parse('2017-05-01') - n * 7 * 86_400_000);
  const instant = (n: number) => day(n).toISOString().replace('.000', '');
  const history = earlier.map((pullsMerged, index) => ({
    ...{ start: instant(earlier.length - index), end: instant(earlier.length - index - 1) },
    repositories: [{ repository: 'linuxkit/linuxkit', ...unknown, pullsMerged }],
  }));
  const facts = snapshot({ pullRequests: [1, 2, 3, 4].map((n) => pull(n)), history });
  const cwd = await temporaryFolder();
  const period = { ...facts.period, kind };
  await writeFile(join(cwd, 'facts.json'), serialiseSnapshot({ ...facts, period }));
  const { stderr } = await devreport(cwd, ['--source', 'facts.json', '-o', '-']);
  return stderr.split('\n').filter((line) => line.startsWith('Merged in'));
}

test('a line shows how many were merged in the last periods', async () => {
  expect(await lines([0, 7, 2])).toEqual([
    'Merged in the last 4 weeks: ▁█▃▅ (4 now, 2 the week before).',
  ]);
  expect(await lines([0, 0], 'range')).toEqual([
    'Merged in the last 3 periods: ▁▁█ (4 now, 0 the period before).',
  ]);
});

test('as far back as they are known, and not for two', async () => {
  expect(await lines([9, null, 1, 2])).toEqual([
    'Merged in the last 3 weeks: ▃▅█ (4 now, 2 the week before).',
  ]);
  expect(await lines([9, 1, null])).toEqual([]);
  expect(await lines([3])).toEqual([]);
});
