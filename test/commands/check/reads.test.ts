import { execFile } from 'node:child_process';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freshDist } from '../../package/fresh-dist.ts';
import { temporaryFolder } from '../../support/folder.ts';

const cli = join(await freshDist(), 'cli.js');
const run = promisify(execFile);

/** A checkout with a config and a series of so many reports, each with a slip and a merged pull request. */
async function series(count: number, rules: string): Promise<{ cwd: string; files: string[] }> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, '.git'));
  await mkdir(join(cwd, 'reports'));
  await writeFile(join(cwd, '.git/HEAD'), '');
  await writeFile(join(cwd, 'devreport.yml'), `check:\n  rules: ${rules}\n`);
  const files = Array.from({ length: count }, (_, at) => `reports/2020-${monthAndDay(at)}.md`);
  for (const [at, file] of files.entries()) await writeFile(join(cwd, file), reportOf(at));
  return { cwd, files };
}

function monthAndDay(at: number): string {
  return `${String(10 + Math.floor(at / 20))}-${String(11 + (at % 20))}`;
}

function reportOf(at: number): string {
  const [start, end] = [at, at + 1].map((day) => `2020-${monthAndDay(day)}T00:00:00Z`);
  const period = JSON.stringify({ start, end, timezone: 'UTC' });
  return `# Report

It was imrpoved.

## PRs merged

- One [#1](https://github.com/acme/app/pull/1)

<!-- devreport record
{"version": 1, "period": ${period}, "sections": []}
-->
`;
}

interface Counted {
  /** How many files were opened. */
  opened: number;
  found: string[];
}

/** Counts calls of `openSync`; Node's own trace of them sometimes lacks one. */
const counting = `
const fs = require('node:fs');
const { openSync, writeFileSync } = fs;
let opened = 0;
fs.openSync = (...all) => ((opened += 1), openSync(...all));
process.on('exit', () => writeFileSync(process.env.OPENED, String(opened)));
`;

/** Runs `check` as a process that counts the files it opens. */
async function check(cwd: string, files: readonly string[]): Promise<Counted> {
  const folder = await temporaryFolder();
  const [preload, count] = [join(folder, 'counting.cjs'), join(folder, 'opened')];
  await writeFile(preload, counting);
  const argv = ['check', '--offline', '--format', 'json', ...files];
  const env = { ...process.env, OPENED: count };
  const { stdout } = await run(process.execPath, ['--require', preload, cli, ...argv], {
    ...{ cwd, env },
  }).catch((error: unknown) => error as { stdout: string });
  const findings = JSON.parse(stdout) as { rule: string }[];
  return {
    opened: Number(await readFile(count, 'utf8')),
    found: [...new Set(findings.map(({ rule }) => rule))],
  };
}

const off = '{ spelling: off, entry-repeated: off, period-adjacent: off }';

test('reads no file beside a report unless a rule asks', async () => {
  const [asking, silent] = await Promise.all([series(12, '{}'), series(12, off)]);
  const { cwd, files } = asking;
  const [all, none, alone] = await Promise.all([
    check(cwd, files.slice(9, 10)),
    check(silent.cwd, silent.files.slice(9, 10)),
    check(silent.cwd, silent.files.slice(9, 11)),
  ]);
  expect(none.opened + 1).toBe(alone.opened);
  // The dictionary is read in another way; eight before it, and two after it.
  expect(all.opened).toBe(none.opened + 10);
});

test('compares a report with none of more than 500,000 characters', async () => {
  const { cwd, files } = await series(2, '{ spelling: off }');
  const checked = files.slice(1);
  expect((await check(cwd, checked)).found).toContain('entry-repeated');
  await appendFile(join(cwd, files[0] ?? ''), 'word '.repeat(100_000));
  expect((await check(cwd, checked)).found).not.toContain('entry-repeated');
});

test('reads each file once in a run, however many reports it stands beside', async () => {
  const { cwd, files } = await series(40, '{}');
  const [all, half] = [await check(cwd, files), await check(cwd, files.slice(0, 20))];
  // After the twentieth, two are read because they are beside it.
  expect(all.opened - half.opened).toBe(18);
  expect(all.found).toEqual(expect.arrayContaining(['entry-repeated', 'spelling']));
});
