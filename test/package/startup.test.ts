import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { freshDist } from './fresh-dist.ts';

const run = promisify(execFile);

/** What Node writes with NODE_V8_COVERAGE: every script that was loaded. */
const coverage = v.object({ result: v.array(v.object({ url: v.string() })) });

let dist: string;

beforeAll(async () => {
  dist = await freshDist();
});

describe('a start loads only what it needs', () => {
  test.each([
    { args: ['--version'], files: 2, kilobytes: 5 },
    { args: ['--help'], files: 5, kilobytes: 60 },
    {
      args: ['--week', '2017-05-08', '--source', 'sample', '-o', '-'],
      files: 9,
      kilobytes: 680,
    },
  ])('$args', async ({ args, files, kilobytes }) => {
    const loaded = await loadedBy(args);
    const message = loaded.map(({ file, bytes }) => `${file}: ${bytes} bytes`).join('\n');
    expect(loaded.length, message).toBeGreaterThan(0);
    expect(loaded.length, message).toBeLessThanOrEqual(files);
    const bytes = loaded.reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes, message).toBeLessThanOrEqual(kilobytes * 1000);
  });
});

test('what reads HTML is loaded for a report with a list in HTML', async () => {
  const cwd = await temporaryFolder();
  const item = '<li>{{text}} {{#each refs}}<a href="{{url}}">{{label}}</a>{{/each}}</li>';
  await writeFile(
    join(cwd, 'list.hbs'),
    `# Week\n\n<ul>\n{{#each merged}}{{#each entries}}${item}\n{{/each}}{{/each}}</ul>\n`,
  );
  const draft = () =>
    run(
      process.execPath,
      [
        ...[join(dist, 'cli.js'), '--week', '2017-05-08', '--source', 'sample'],
        ...['--template', 'list.hbs', '-o', 'week.md'],
      ],
      { cwd },
    );
  await draft();
  const file = join(cwd, 'week.md');
  const text = await readFile(file, 'utf8');
  const edited = text.replace('<li>Fix CI ', '<li>Mine ').replace(/<li>Fix typo .*\n/, '');
  expect(edited.length).toBeLessThan(text.length - 50);
  await writeFile(file, edited);
  await draft();
  expect(await readFile(file, 'utf8')).toBe(edited);
});

/** The files of dist/ that the command loads. */
async function loadedBy(args: readonly string[]): Promise<{ file: string; bytes: number }[]> {
  const folder = await temporaryFolder();
  await run(process.execPath, [join(dist, 'cli.js'), ...args], {
    cwd: await temporaryFolder(),
    env: { NODE_V8_COVERAGE: folder },
  });
  const [report = ''] = await readdir(folder);
  const { result } = v.parse(coverage, JSON.parse(await readFile(join(folder, report), 'utf8')));
  const files = result
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url }) => fileURLToPath(url));
  return Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })));
}
