import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { generateRepository } from '../github/data/generate.ts';
import { dataSet } from '../github/data/data-set.ts';
import { socket } from '../github/failures.ts';
import { type GitHub, startGitHub } from '../github/server.ts';
import { behindTls, certificate } from '../github/tls/front.ts';
import { freshDist } from '../package/fresh-dist.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startProxy } from '../support/proxy.ts';

const cli = join(await freshDist(), 'cli.js');
const argv = [
  '--week',
  '2017-05-08',
  '--repo',
  'acme/app',
  '--format',
  'json',
  '-o',
  'report.json',
];

async function gitHub(): Promise<GitHub> {
  const repository = generateRepository({
    ...{ name: 'acme/app', start: '2017-05-01T00:00:00Z', end: '2017-05-08T00:00:00Z' },
    ...{ merged: 350, activeIssues: 20 },
  });
  const data = dataSet({ repositories: [repository] });
  const github = await startGitHub({ data, now: '2017-06-01T00:00:00Z' });
  onTestFinished(() => github.close());
  return github;
}

/** The command as a process of its own, in a folder that is also its user's home. */
async function start(github: GitHub, more: Record<string, string> = {}) {
  const folder = await temporaryFolder();
  const child = spawn(process.execPath, [cli, ...argv], {
    cwd: folder,
    env: {
      ...{ PATH: '/usr/bin:/bin', HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null' },
      ...{ GH_TOKEN: github.token, GITHUB_GRAPHQL_URL: github.graphqlUrl, ...more },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { folder, child, ended: ended(child) };
}

async function ended(child: ChildProcess) {
  const [code, stderr] = await Promise.all([
    once(child, 'exit').then(([exitCode]: unknown[]) => exitCode),
    child.stderr ? text(child.stderr) : '',
  ]);
  return { code, stderr };
}

describe('stopped in the middle', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: it exits, and files are whole', async (signal, expected) => {
    const github = await gitHub();
    const { folder, child, ended: end } = await start(github);
    const report = join(folder, 'report.json');
    await writeFile(report, '{ "schemaVersion": 1, "title": "mine" }\n');
    // What hangs would be waited for much longer than a test may last.
    github.fail(socket('hung'), { matches: () => github.log.requests.length >= 4 });
    const isKept = (name: string) => name.startsWith('.cache') && name.endsWith('.json');
    await vi.waitFor(
      async () => {
        expect(github.log.requests.length).toBeGreaterThan(4);
        expect((await readdir(folder, { recursive: true })).some(isKept)).toBe(true);
      },
      { timeout: 10_000 },
    );
    child.kill(signal);
    expect(await end).toMatchObject({ code: expected });
    expect(await readFile(report, 'utf8')).toBe('{ "schemaVersion": 1, "title": "mine" }\n');
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => !name.startsWith('.cache'))).toEqual(['report.json']);
    const kept = names.filter(isKept);
    expect(kept.length).toBeGreaterThan(0);
    for (const name of kept) {
      const content = await readFile(join(folder, name), 'utf8');
      expect(content).not.toContain(github.token);
      expect(() => JSON.parse(content) as unknown).not.toThrow();
    }
  });
});

describe('a server with a certificate of its own', () => {
  test('is not trusted, and the error has a hint at once', async () => {
    const github = await gitHub();
    const graphqlUrl = `${await behindTls(github.url)}/api/graphql`;
    const { folder, ended: end } = await start(github, { GITHUB_GRAPHQL_URL: graphqlUrl });
    const { code, stderr } = await end;
    expect(code, stderr).toBe(3);
    expect(stderr).toMatch(/Cannot verify the certificate of .* \(self-signed certificate\)/);
    expect(stderr).toContain('NODE_EXTRA_CA_CERTS');
    expect(github.log.requests).toEqual([]);
    expect(await readdir(folder)).not.toContain('report.json');
  });

  test.each([
    ['directly', false],
    ['through a proxy', true],
  ])('is trusted when it is named, %s', async (_, isProxied) => {
    const github = await gitHub();
    const url = await behindTls(github.url);
    const proxy = await startProxy();
    const { folder, ended: end } = await start(github, {
      GITHUB_GRAPHQL_URL: `${url}/api/graphql`,
      NODE_EXTRA_CA_CERTS: certificate,
      ...(isProxied && { HTTPS_PROXY: proxy.url }),
    });
    const { code, stderr } = await end;
    expect(code, stderr).toBe(0);
    expect(new Set(proxy.hosts)).toEqual(new Set(isProxied ? [new URL(url).host] : []));
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as unknown;
    expect(report).toMatchObject({ complete: true, stats: { pullsMerged: 350 } });
  });
});

test('no written file contains the token', async () => {
  const github = await gitHub();
  const { folder, ended: end } = await start(github);
  const { code, stderr } = await end;
  expect(code, stderr).toBe(0);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(4);
  for (const { parentPath, name } of files) {
    expect(await readFile(join(parentPath, name), 'utf8')).not.toContain(github.token);
  }
});
