import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Reference } from '../../../src/snapshot/schema.ts';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { startGitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { pull, snapshot } from '../../support/snapshot.ts';

const sample = ['--week', '2017-05-08', '--source', 'sample'];

describe('where the reports of a series are', () => {
  test('at the root of the repository, from its subfolders too', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, '.git'));
    await mkdir(join(root, 'docs'));
    const { stderr } = await devreport(join(root, 'docs'), sample);
    expect(stderr).toContain('Wrote ../reports/2017-05-08.md.');
    expect(await readdir(join(root, 'reports'))).toEqual(['2017-05-08.md']);
    expect(await readdir(join(root, 'docs'))).toEqual([]);
  });

  test('beside a report that -o names after a date, else in their folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'reports'));
    await mkdir(join(folder, 'news'));
    await writeFile(join(folder, 'reports/2017-04-30.md'), '');
    const ordinal = async (output: string) => {
      await devreport(folder, [...sample, '-o', output]);
      return /The (\w+) weekly/.exec(await readFile(join(folder, output), 'utf8'))?.[1];
    };
    expect(await ordinal('news/this-week.md')).toBe('second');
    expect(await ordinal('news/2017-05-08.md')).toBe('first');
  });

  test('only files named after an earlier date come before a report', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'reports'));
    const names = ['0-notes.md', '2017-04-30-draft.md', '2017-04-30.md', '2017-05-08.md'];
    for (const name of [...names, '2017-05-15.md'])
      await writeFile(join(folder, 'reports', name), '');
    const { stdout } = await devreport(folder, [...sample, '-o', '-']);
    expect(stdout).toContain('The second weekly development report');
  });

  test('a gap after the previous report is reported, and adjacent periods have none', async () => {
    const folder = await temporaryFolder();
    const draftOfDay = async (date: string, next: string) => {
      const [start, end] = [`${date}T00:00:00Z`, `${next}T00:00:00Z`];
      const period = { kind: 'range', start, end, timezone: 'UTC', date } as const;
      await writeFile(join(folder, 'facts.json'), serialiseSnapshot(snapshot({ period })));
      const output = `reports/${date}.md`;
      return (await devreport(folder, ['--source', 'facts.json', '-o', output])).stderr;
    };
    expect(await draftOfDay('2017-05-02', '2017-05-03')).not.toContain('No report covers');
    expect(await draftOfDay('2017-05-03', '2017-05-04')).not.toContain('No report covers');
    expect(await draftOfDay('2017-05-05', '2017-05-06')).toMatch(
      /No report covers 2017-05-04T00:00:00Z to 2017-05-05T00:00:00Z/,
    );
  });

  test('weekly and monthly reports side by side are two series', async () => {
    const folder = await temporaryFolder();
    const write = async (kind: 'week' | 'month', start: string, end: string, date: string) => {
      const period = {
        ...{ kind, timezone: 'UTC', date },
        ...{ start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` },
      };
      await writeFile(join(folder, 'facts.json'), serialiseSnapshot(snapshot({ period })));
      const output = `reports/${date}.md`;
      const { stderr } = await devreport(folder, ['--source', 'facts.json', '-o', output]);
      const text = await readFile(join(folder, output), 'utf8');
      return { stderr, ordinal: /The (\w+ \w+) development/.exec(text)?.[1] };
    };
    await write('week', '2017-05-15', '2017-05-22', '2017-05-22');
    const second = await write('week', '2017-05-22', '2017-05-29', '2017-05-29');
    expect(second.ordinal).toBe('second weekly');
    const month = await write('month', '2017-05-01', '2017-06-01', '2017-05-31');
    expect(month.ordinal).toBe('first monthly');
    expect(month.stderr).not.toContain('overlap');
    const third = await write('week', '2017-05-29', '2017-06-05', '2017-06-05');
    expect(third.ordinal).toBe('third weekly');
    expect(third.stderr).not.toMatch(/overlap|No report covers/);
    const check = await devreport(folder, [
      'check',
      'reports/2017-05-31.md',
      '--source',
      'facts.json',
    ]);
    expect(check.stdout).not.toContain('period-adjacent');
  });

  test('a revert names the earlier report of what it takes back', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'reports'));
    const link = 'https://github.com/linuxkit/linuxkit/pull/35';
    await writeFile(join(folder, 'reports/2017-04-24.md'), `# Report\n\n- Frob [#35](${link})\n`);
    await writeFile(join(folder, 'reports/2017-05-01.md'), `# Report\n\n<!-- ${link} -->\n`);
    const reverts: Reference = {
      ...{ repository: 'linuxkit/linuxkit', number: 35 },
      relation: 'reverts',
      from: 'title',
    };
    const revert = pull(42, { title: 'Revert "Frob"', references: [reverts] });
    const facts = serialiseSnapshot(snapshot({ pullRequests: [revert] }));
    await writeFile(join(folder, 'facts.json'), facts);
    const { stdout } = await devreport(folder, ['--source', 'facts.json', '-o', '-']);
    expect(stdout).toContain('- Revert "Frob" (reverts `#35`, reported on 24 April 2017) [#42]');
  });

  test('another report of the same period is named, with a hint', async () => {
    const folder = await temporaryFolder();
    await devreport(folder, [...sample, '-o', 'reports/2017-05-07.md']);
    const { stderr } = await devreport(folder, sample);
    expect(stderr).toContain(
      'warning: `2017-05-07.md` covers the same period. Use -o to continue that report.',
    );
  });

  test('a report does not come before itself, under any name', async () => {
    const folder = await temporaryFolder();
    const argv = [...sample, '-o', 'reports/2017-05-07.md'];
    await devreport(folder, argv);
    const { stderr } = await devreport(folder, argv);
    expect(stderr).not.toContain('overlap');
    expect(await readFile(join(folder, 'reports/2017-05-07.md'), 'utf8')).toContain(
      'The first weekly development report',
    );
  });
});

test('outcomes of planned items are shown, even from before this period', async () => {
  const github = await startGitHub({
    data: dataSet({
      repositories: [
        {
          name: 'acme/app',
          issues: [{ number: 1, title: 'Arm64', createdAt: '2016-01-01T00:00:00Z' }],
          pullRequests: [
            {
              number: 2,
              title: 'RISC-V',
              createdAt: '2017-04-01T00:00:00Z',
              mergedAt: '2017-04-30T00:00:00Z',
            },
          ],
        },
      ],
    }),
    now: '2020-01-01T00:00:00Z',
  });
  onTestFinished(() => github.close());
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'reports'));
  await writeFile(
    join(folder, 'reports/2017-04-30.md'),
    '# Report\n\n## Planned changes\n\n- Arm64 (#1)\n- RISC-V (acme/app#2)\n- More (#3)\n',
  );
  await devreport(folder, ['--week', '2017-05-08', '--repo', 'acme/app', '--no-cache'], {
    variables: { GH_TOKEN: github.token, GITHUB_GRAPHQL_URL: github.graphqlUrl, PATH: '/nowhere' },
  });
  const report = await readFile(join(folder, 'reports/2017-05-08.md'), 'utf8');
  expect(report).toContain(
    '- #1 is still open: Arm64\n- #2 was merged: RISC-V\n- #3 is not in the facts of this period\n',
  );
});

test('--timezone alone asks a saved snapshot for the same days', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'week.json'), serialiseSnapshot(snapshot()));
  const ask = (timezone: string) =>
    devreport(folder, ['--source', 'week.json', '--timezone', timezone, '-o', '-']);
  expect((await ask('Africa/Accra')).code).toBe(0);
  const { code, stderr } = await ask('Europe/Paris');
  expect(code).toBe(2);
  expect(stderr).toContain('not 2017-04-30T22:00:00Z to 2017-05-07T22:00:00Z');
});
