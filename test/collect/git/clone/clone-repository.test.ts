import { describe, expect, it } from 'vitest';
import { isClone } from '../../../../src/collect/git/clone/is-clone.ts';
import { cloneRepository } from '../../../../src/collect/git/clone/clone-repository.ts';
import { collect, environment, git, History, temporary } from '../repository.ts';

const server = 'https://github.com';
const { signal } = new AbortController();

function cloneOf(...addresses: readonly string[]): string {
  const directory = temporary();
  git(directory, ['init', '--quiet']);
  for (const url of addresses) git(directory, ['config', '--add', 'remote.origin.url', url]);
  return directory;
}

describe('the repository of a clone', () => {
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
    expect(await cloneRepository(cloneOf(url), server, environment, signal)).toBe('moby/moby.js');
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
    expect(await cloneRepository(cloneOf(url), server, environment, signal)).toBeNull();
  });

  it('is the first address, which git fetches from', async () => {
    const urls = ['git@github.com:a/first.git', 'git@github.com:a/second.git'];
    expect(await cloneRepository(cloneOf(...urls), server, environment, signal)).toBe('a/first');
  });

  it('is on the server in use', async () => {
    const directory = cloneOf('ssh://git@git.example.com:2222/team/tool.git');
    expect(await cloneRepository(directory, server, environment, signal)).toBeNull();
    const own = 'https://git.example.com:8443';
    expect(await cloneRepository(directory, own, environment, signal)).toBe('team/tool');
  });

  it('is null without origin, a clone, or git', async () => {
    expect(await cloneRepository(cloneOf(), server, environment, signal)).toBeNull();
    expect(await cloneRepository(temporary(), server, environment, signal)).toBeNull();
    expect(await cloneRepository('/nowhere', server, environment, signal)).toBeNull();
    const noGit = { PATH: temporary() };
    expect(await cloneRepository(cloneOf(), server, noGit, signal)).toBeNull();
  });
});

describe('the repository of a fork’s clone', () => {
  const fork = (): string => {
    const directory = cloneOf('git@github.com:octo/widgets.git');
    git(directory, ['remote', 'add', 'upstream', 'https://github.com/acme/widgets']);
    return directory;
  };

  it('is that of upstream', async () => {
    expect(await cloneRepository(fork(), server, environment, signal)).toBe('acme/widgets');
    const elsewhere = cloneOf('git@github.com:octo/widgets.git');
    git(elsewhere, ['remote', 'add', 'upstream', 'https://gitlab.com/acme/widgets']);
    expect(await cloneRepository(elsewhere, server, environment, signal)).toBe('octo/widgets');
  });

  it('is the base that gh was told', async () => {
    const directory = fork();
    git(directory, ['config', 'remote.origin.gh-resolved', 'base']);
    expect(await cloneRepository(directory, server, environment, signal)).toBe('octo/widgets');
  });
});

describe('a repository in the clone of another', () => {
  const written = (...urls: readonly string[]): string => {
    const history = new History();
    history.commit({ message: 'Add (#1)', at: '2017-05-02T00:00:00Z' });
    const directory = history.write();
    urls.forEach((url, at) => {
      git(directory, ['remote', 'add', at === 0 ? 'origin' : `remote-${String(at)}`, url]);
    });
    return directory;
  };

  it('is an error that names both', async () => {
    const directory = written('https://github.com/octo/gadgets', 'git@github.com:hubot/gadgets');
    await expect(collect(directory, { repository: 'acme/widgets' })).rejects.toMatchObject({
      code: 'git-other-repository',
      message: `The clone in ${directory} is of octo/gadgets, hubot/gadgets, not of acme/widgets.`,
      hint: expect.stringContaining('--repo octo/gadgets') as string,
    });
  });

  it('is a note when the clone is of a fork, or of an earlier owner', async () => {
    const directory = written('https://github.com/octo/widgets');
    expect(await collect(directory, { repository: 'acme/Widgets' })).toMatchObject({
      ...{ complete: true, pullRequests: [{ number: 1 }] },
      warnings: [
        { code: 'git-no-issues' },
        { code: 'git-other-owner', message: expect.stringContaining('octo/widgets') as string },
      ],
    });
  });

  it('is nothing unusual when a remote has it, or may have it', async () => {
    for (const urls of [
      [],
      ['/srv/mirror/gadgets'],
      ['https://github.com/octo/gadgets', 'https://mirror.example.com/widgets'],
      ['https://github.com/octo/widgets', 'https://github.com/ACME/widgets'],
    ]) {
      const { warnings } = await collect(written(...urls), { repository: 'acme/widgets' });
      expect(warnings).toMatchObject([{ code: 'git-no-issues' }]);
    }
  });
});

it('isClone is true for a clone, and false elsewhere or without git', async () => {
  expect(await isClone(cloneOf(), environment, signal)).toBe(true);
  expect(await isClone(temporary(), environment, signal)).toBe(false);
  expect(await isClone('/nowhere', environment, signal)).toBe(false);
  expect(await isClone(cloneOf(), { PATH: temporary() }, signal)).toBe(false);
});
