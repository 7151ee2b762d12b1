import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { layoutNames } from '../../src/config/layout-texts.ts';
import { temporaryFolder } from '../support/folder.ts';
import { freshDist } from './fresh-dist.ts';

const run = promisify(execFile);
const layouts = resolve('test/layouts');

let dist: string;

beforeAll(async () => {
  dist = await freshDist();
});

// The build compiles layouts ahead, and not as a template is compiled when it is read.
test.each(layoutNames)('the built layout %s writes what its source writes', async (layout) => {
  const { stdout } = await run(
    process.execPath,
    [
      ...[join(dist, 'cli.js'), '--source', join(layouts, 'everything.snapshot.json')],
      ...['--config', join(layouts, 'everything.yml'), '--template', layout, '-o', '-'],
    ],
    { cwd: await temporaryFolder() },
  );
  expect(stdout).toBe(await readFile(join(layouts, layout, 'everything.md'), 'utf8'));
});
