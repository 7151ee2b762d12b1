import { describe, expect, it } from 'vitest';
import { isClone } from '../../../../src/collect/git/clone/is-clone.ts';
import { originRepository } from '../../../../src/collect/git/clone/origin-repository.ts';
import { environment, git, temporary } from '../repository.ts';

const server = 'https://github.com';
const { signal } = new AbortController();

function cloneOf(...addresses: readonly string[]): string {
  const directory = temporary();
  git(directory, ['init', '--quiet']);
  for (const url of addresses) git(directory, ['config', '--add', 'remote.origin.url', url]);
  return directory;
}

describe('the repository of a clone’s origin', () => {
  it.each([
    'https://github.com/moby/moby.js',
    'https://github.com/moby/moby.js.git',
    'https://www.github.com/moby/moby.js/',
    'HTTPS://someone:secret@GitHub.com/moby/moby.js.git/',
    'git@github.com:moby/moby.js.git',
    'github.com:/moby/moby.js',
    'ssh://git@github.com/moby/moby.js.git',
    'ssh://git@ssh.github.com:443/moby/moby.js.git',
    'git://github.com/moby/moby.js.git',
  ])('is read from %s', async (url) => {
    expect(await originRepository(cloneOf(url), server, environment, signal)).toBe('moby/moby.js');
  });

  it.each([
    'https://gitlab.com/moby/moby',
    'https://github.com/moby',
    'https://github.com/moby/moby/extra',
    'https://github.com.example.com/moby/moby',
    'git@github-work:moby/moby.git',
    'https://github.com/mo by/moby',
    '../moby/moby',
    '/srv/moby/moby.git',
    'C:\\moby\\moby',
    '',
  ])('is not read from %j', async (url) => {
    expect(await originRepository(cloneOf(url), server, environment, signal)).toBeNull();
  });

  it('is the first address, which git fetches from', async () => {
    const urls = ['git@github.com:a/first.git', 'git@github.com:a/second.git'];
    expect(await originRepository(cloneOf(...urls), server, environment, signal)).toBe('a/first');
  });

  it('is on the server in use', async () => {
    const directory = cloneOf('ssh://git@git.example.com:2222/team/tool.git');
    expect(await originRepository(directory, server, environment, signal)).toBeNull();
    const own = 'https://git.example.com:8443';
    expect(await originRepository(directory, own, environment, signal)).toBe('team/tool');
  });

  it('is null without origin, a clone, or git', async () => {
    expect(await originRepository(cloneOf(), server, environment, signal)).toBeNull();
    expect(await originRepository(temporary(), server, environment, signal)).toBeNull();
    expect(await originRepository('/nowhere', server, environment, signal)).toBeNull();
    const noGit = { PATH: temporary() };
    expect(await originRepository(cloneOf(), server, noGit, signal)).toBeNull();
  });
});

it('isClone is true for a clone, and false elsewhere or without git', async () => {
  expect(await isClone(cloneOf(), environment, signal)).toBe(true);
  expect(await isClone(temporary(), environment, signal)).toBe(false);
  expect(await isClone('/nowhere', environment, signal)).toBe(false);
  expect(await isClone(cloneOf(), { PATH: temporary() }, signal)).toBe(false);
});
