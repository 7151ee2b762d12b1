import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, collectOne, git, History, temporary } from '../repository.ts';

const at = '2017-05-03T12:00:00Z';

/** A history where `main` and each of the branches has one pull request, with its name as title. */
function branches(...names: readonly string[]): History {
  const history = new History();
  const base = history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
  for (const branch of ['main', ...names]) {
    history.commit({ message: `${branch} (#1)`, at, branch, parents: [base] });
  }
  return history;
}

function clone(bare: string, ...options: readonly string[]): string {
  const parent = temporary();
  git(parent, ['clone', '--quiet', ...options, bare, 'c']);
  return join(parent, 'c');
}

async function reported(directory: string): Promise<string> {
  const { title, base } = await collectOne(directory);
  expect(base).toBe(title);
  return title;
}

describe('the default branch', () => {
  it('is the remote’s, as last fetched, regardless of checkouts and commits', async () => {
    const bare = branches('trunk', 'topic').write();
    git(bare, ['symbolic-ref', 'HEAD', 'refs/heads/trunk']);
    const directory = clone(bare);
    expect(await reported(directory)).toBe('trunk');
    git(directory, ['checkout', '--quiet', 'topic']);
    git(directory, ['branch', '--quiet', '--force', 'trunk', 'topic']);
    expect(await reported(directory)).toBe('trunk');
    git(directory, ['checkout', '--quiet', '--detach']);
    expect(await reported(directory)).toBe('trunk');
    expect((await collect(directory)).warnings).toMatchObject([{ code: 'git-no-issues' }]);
  });

  it('is HEAD in a bare clone', async () => {
    const bare = branches('trunk').write();
    git(bare, ['symbolic-ref', 'HEAD', 'refs/heads/trunk']);
    expect(await reported(bare)).toBe('trunk');
    expect(await reported(clone(bare, '--mirror'))).toBe('trunk');
  });

  it('is main in a bare repository whose HEAD names nothing', async () => {
    const bare = branches('topic').write();
    git(bare, ['symbolic-ref', 'HEAD', 'refs/heads/master']);
    expect(await reported(bare)).toBe('main');
  });

  it('is the remote’s main if its HEAD is unknown, with a warning', async () => {
    const directory = clone(branches('topic').write());
    git(directory, ['remote', 'set-head', 'origin', '--delete']);
    expect((await collect(directory)).warnings).toMatchObject([{ code: 'git-no-issues' }]);
    git(directory, ['checkout', '--quiet', 'topic']);
    expect(await reported(directory)).toBe('main');
    expect(await collect(directory)).toMatchObject({
      complete: true,
      warnings: [
        { code: 'git-no-issues' },
        {
          code: 'git-default-branch',
          message: expect.stringContaining('main was read, not topic') as string,
        },
      ],
    });
  });

  it('is main or master rather than the checked-out branch, without a remote', async () => {
    const directory = clone(branches('topic', 'master').write());
    for (const branch of ['topic', 'master'])
      git(directory, ['branch', branch, `origin/${branch}`]);
    git(directory, ['remote', 'remove', 'origin']);
    git(directory, ['checkout', '--quiet', 'topic']);
    expect(await reported(directory)).toBe('main');
    git(directory, ['checkout', '--quiet', 'master']);
    expect(await reported(directory)).toBe('master');
  });

  it('is the checked-out branch or commit if no branch has a usual name', async () => {
    const directory = clone(branches('develop').write());
    git(directory, ['checkout', '--quiet', 'develop']);
    git(directory, ['branch', '--quiet', '--delete', '--force', 'main']);
    git(directory, ['remote', 'remove', 'origin']);
    expect(await reported(directory)).toBe('develop');
    git(directory, ['checkout', '--quiet', '--detach']);
    expect(await reported(directory)).toBe('develop');
    git(directory, ['branch', '--quiet', '--delete', '--force', 'develop']);
    expect(await collectOne(directory)).toMatchObject({ title: 'develop', base: null });
  });

  it('is that of the remote with the repository’s address, in the clone of a fork', async () => {
    const fork = branches().write();
    const directory = clone(fork);
    const upstream = branches('stable').write();
    git(upstream, ['symbolic-ref', 'HEAD', 'refs/heads/stable']);
    git(directory, ['remote', 'add', 'upstream', upstream]);
    git(directory, ['fetch', '--quiet', 'upstream']);
    git(directory, ['remote', 'set-head', 'upstream', '--auto']);
    git(directory, ['remote', 'set-url', 'upstream', 'git@github.com:LinuxKit/linuxkit.git']);
    expect(await reported(directory)).toBe('stable');
    const { title } = await collectOne(directory, { repository: 'ada/linuxkit' });
    expect(title).toBe('main');
  });

  it('is that of origin when the remote with the address was never fetched', async () => {
    const directory = clone(branches().write());
    git(directory, ['remote', 'add', 'upstream', 'git@github.com:linuxkit/linuxkit.git']);
    git(directory, ['checkout', '--quiet', '-b', 'topic']);
    git(directory, ['branch', '--quiet', '--delete', '--force', 'main']);
    expect(await reported(directory)).toBe('main');
  });

  it('is read by its full name, though a tag, a file and a branch have the same short name', async () => {
    const directory = clone(branches('topic').write());
    git(directory, ['tag', 'main', 'origin/topic']);
    git(directory, ['tag', 'HEAD', 'origin/topic']);
    git(directory, ['branch', 'origin/main', 'origin/topic']);
    writeFileSync(join(directory, 'main'), '');
    writeFileSync(join(directory, 'HEAD'), '');
    expect(await reported(directory)).toBe('main');
  });
});
