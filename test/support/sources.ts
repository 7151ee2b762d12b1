import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { dataSet } from '../github/data/data-set.ts';
import { seedWeek } from '../github/data/seed.ts';
import { startGitHub } from '../github/server.ts';
import { temporaryFolder } from './folder.ts';

const execute = promisify(execFile);

/** Variables under which neither a token nor the machine's own `gh` is found. */
export async function bare(): Promise<{ PATH: string; HOME: string; GIT_CONFIG_GLOBAL: string }> {
  const bin = await temporaryFolder();
  return { PATH: `${bin}:/usr/bin:/bin`, HOME: bin, GIT_CONFIG_GLOBAL: '/dev/null' };
}

/** A clone of linuxkit/linuxkit with one merged pull request of the week. */
export async function clone(): Promise<string> {
  const folder = await temporaryFolder();
  const date = '2017-05-03T10:00:00Z';
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=1+ada@users.noreply.github.com'];
  const env = { ...(await bare()), GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...argv: string[]) => execute('git', [...identity, ...argv], { cwd: folder, env });
  await git('init', '--quiet', '--initial-branch', 'master');
  await git('remote', 'add', 'origin', 'git@github.com:linuxkit/linuxkit.git');
  await git('commit', '--quiet', '--allow-empty', '--message', 'kernel: Update (#1769)');
  return folder;
}

/** A GitHub that has the seed's week, and the variables that lead to it. */
export async function gitHub() {
  const github = await startGitHub({ data: dataSet(seedWeek()), now: '2017-05-09T00:00:00Z' });
  onTestFinished(() => github.close());
  const variables = {
    ...(await bare()),
    GH_TOKEN: github.token,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_SERVER_URL: 'https://github.com',
  };
  return { github, variables };
}
