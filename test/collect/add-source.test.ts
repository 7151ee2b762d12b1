import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { isThorough } from '../support/runs.ts';

/*
 * CONTRIBUTING, "A source", followed to the letter in a copy of the checkout: a folder in
 * src/collect/, a line in src/snapshot/sources.ts, and a line in `openers`.
 */
const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

const source = `
import type { Source } from '../source.ts';
import { sources } from '../../snapshot/sources.ts';

export function trialSource(): Source {
  return {
    collect: (repositories, period) =>
      Promise.resolve({
        schemaVersion: 1,
        period,
        server: 'https://github.com',
        repositories: [...repositories],
        pullRequests: [],
        issues: [],
        commits: [],
        releases: [],
        defaultBranches: [],
        collected: { source: 'trial', knows: [...sources.trial.knows], at: null, requests: 0, points: 0 },
        complete: true,
        warnings: [],
      }),
  };
}
`;

async function insertBefore(path: string, anchor: string, line: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text.split(anchor)).toHaveLength(2);
  await writeFile(path, text.replace(anchor, `${line}\n${anchor}`));
}

test.runIf(isThorough)(
  'a source is a folder, a line about what it knows, and a line that opens it',
  async () => {
    const folder = await temporaryFolder();
    for (const path of ['package.json', 'src', 'templates', 'scripts'])
      await cp(join(root, path), join(folder, path), { recursive: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await mkdir(join(folder, 'src/collect/trial'));
    await writeFile(join(folder, 'src/collect/trial/trial-source.ts'), source);
    await insertBefore(
      join(folder, 'src/snapshot/sources.ts'),
      '} as const satisfies Record<string, SourceDescription>;',
      "  trial: { title: 'a trial', knows: ['issues'], recorded: null },",
    );
    const openers = join(folder, 'src/commands/facts/source/open-source.ts');
    await insertBefore(openers, '  git: openCloneSource,', '  trial: openTrial,');
    await writeFile(
      openers,
      `${await readFile(openers, 'utf8')}
async function openTrial(...[options]: Parameters<Open>) {
  const { trialSource } = await import('../../../collect/trial/trial-source.ts');
  return { source: trialSource(), repositories: options.repo, server: 'https://github.com' };
}
`,
    );

    const loader = join(folder, 'scripts/typescript.js');
    const { PATH, HOME } = process.env;
    const { stdout, stderr } = await run(
      process.execPath,
      [
        ...[
          '--import',
          loader,
          join(folder, 'src/cli.ts'),
          '--source',
          'trial',
          '--week',
          '2017-05-08',
        ],
        ...['--repo', 'acme/app', '-o', '-'],
      ],
      { cwd: folder, env: { PATH, HOME } },
    );
    expect(stdout).toContain('# Development report for 8 May 2017');
    expect(stderr).toContain('Facts from a trial.');
  },
);
