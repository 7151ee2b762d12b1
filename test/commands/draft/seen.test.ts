import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import type { DirectCommit, Snapshot } from '../../../src/snapshot/schema.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport, type Ran } from '../../support/run.ts';
import { pull, snapshot, user } from '../../support/snapshot.ts';

const url = 'https://github.com/linuxkit/linuxkit/commit/';
const commit = (hash: string, title: string): DirectCommit => ({
  ...{ repository: 'linuxkit/linuxkit', hash, title, author: user('rneugeba') },
  ...{ coAuthors: [], at: '2017-05-02T10:00:00Z', references: [] },
});
const [b, b2] = ['b'.repeat(40), `${'b'.repeat(7)}${'c'.repeat(33)}`];
const collected = { ...snapshot().collected, at: '2017-05-03T18:00:00Z' };
const before = { collected, pullRequests: [pull(1), pull(2)], commits: [commit(b, 'A commit')] };
const after = { ...before, commits: [commit(b, 'Another title')] };

async function editedReport(facts: Partial<Snapshot>, from: string) {
  const folder = await temporaryFolder();
  const path = join(folder, 'report.md');
  await writeFile(join(folder, 'devreport.yml'), 'commits: list\n');
  const run = async (now: Partial<Snapshot>, ...options: string[]): Promise<Ran> => {
    await writeFile(join(folder, 'week.json'), serialiseSnapshot(snapshot(now)));
    return devreport(folder, ['--source', 'week.json', '-o', path, ...options]);
  };
  await run(facts);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replaceAll(from, 'My words'));
  return { run, text: () => readFile(path, 'utf8') };
}

describe('--seen', () => {
  test.each([
    'bbbbbbb',
    'bbbbbbb…',
    '@bbbbbbb',
    b.toUpperCase(),
    'linuxkit/linuxkit@bbbbbbb',
    `linuxkit/linuxkit@${b}`,
    url + b,
    `${url}bbbbbbb`,
  ])('takes a commit as %s', async (name) => {
    const { run } = await editedReport(before, 'A commit');
    const { stderr } = await run(after);
    expect(stderr).toContain('here: bbbbbbb (retitled “Another title”)');
    expect(stderr).toContain("until you run with --seen 'bbbbbbb'.");
    expect((await run(after, '--seen', name)).stderr).not.toContain('to review');
    expect((await run(after)).stderr).not.toContain('to review');
  });

  test.each(['#99999', 'a/b#1', 'ccccccc', '1234567', '@1234567', `${url}ccccccc`])(
    'refuses %s, which is no item of the report',
    async (name) => {
      const { run, text } = await editedReport(before, 'A commit');
      const edited = await text();
      const { code, stderr } = await run(after, '--seen', name);
      expect(code).toBe(2);
      expect(stderr).toContain(`“${name}” of --seen is no item of the report.`);
      expect(await text()).toBe(edited);
    },
  );

  test('refuses a hash that can be two commits', async () => {
    const two = { ...before, commits: [commit(b, 'A commit'), commit(b2, 'A commit')] };
    const { run } = await editedReport(two, 'A commit');
    const { code, stderr } = await run(two, '--seen', 'bbbbbbb');
    expect(code).toBe(2);
    expect(stderr).toContain('“bbbbbbb” of --seen can be 2 commits.');
    expect((await run(two, '--seen', b2)).code).toBe(0);
  });

  test.each([
    ['in the editor’s words', 'Change 2'],
    ['untouched', 'Change 1'],
  ])('stops naming an item that the facts have no more, %s', async (_, from) => {
    const { run, text } = await editedReport(before, from);
    const without = { ...before, pullRequests: [pull(1)] };
    const { stderr } = await run(without);
    expect(stderr).toContain('1 to review: missing from the facts, but left unchanged here: #2\n');
    expect(stderr).toContain("--seen '#2'");
    const edited = await text();
    const visible = (report: string) => report.replace(/^<!-- devreport record[^]*/m, '');
    expect((await run(without, '--seen', '#2')).stderr).not.toContain('missing from the facts');
    const again = await run(without, '--seen', '#2');
    expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining('to review')]);
    expect((await run(without)).stderr).not.toContain('missing from the facts');
    expect(visible(await text())).toBe(visible(edited));
    await run(before);
    expect(visible(await text()).match(/pull\/2\)/g)).toHaveLength(1);
  });
});
