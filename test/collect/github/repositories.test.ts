import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import { collectFrom, second, withGitHub, yearsLater } from './support.ts';

const busy = (name: string, more: Partial<RepositoryInput> = {}): RepositoryInput => ({
  name,
  pullRequests: [{ mergedAt: second(5) }],
  issues: [{ createdAt: second(6) }],
  ...more,
});

async function collect(repositories: RepositoryInput[], names?: string[]) {
  return withGitHub(repositories, {}, (github) => collectFrom(github, {}, names));
}

describe('one bad repository leaves the others whole', () => {
  test.each([
    ['missing', 'repository-missing'],
    ['saml', 'repository-forbidden'],
  ] as const)('%s', async (access, code) => {
    const names = ['acme/one', 'acme/bad', 'acme/two'];
    const snapshot = await collect(
      names.map((name) => busy(name, name === 'acme/bad' ? { access } : {})),
      names,
    );
    expect(snapshot.repositories).toEqual(['acme/one', 'acme/two']);
    expect(snapshot.pullRequests).toHaveLength(2);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings).toMatchObject([{ code, repository: 'acme/bad' }]);
  });

  test('never was there', async () => {
    const snapshot = await collect([busy('acme/one')], ['acme/one', 'acme/none']);
    expect(snapshot.warnings).toEqual([
      {
        code: 'repository-missing',
        message: 'There is no repository acme/none on github.com, or the token may not read it.',
        repository: 'acme/none',
      },
    ]);
  });

  test.each([
    ['archived', { isArchived: true }, [1, 1]],
    ['without issues', { hasIssuesEnabled: false }, [1, 0]],
    ['empty', { isEmpty: true, pullRequests: [], issues: [] }, [0, 0]],
  ])('%s is not bad at all', async (_, more, [pulls, issues]) => {
    const snapshot = await collect([busy('acme/app', more)]);
    expect(snapshot).toMatchObject({ complete: true, warnings: [], repositories: ['acme/app'] });
    expect(snapshot.pullRequests).toHaveLength(pulls ?? NaN);
    expect(snapshot.issues).toHaveLength(issues ?? NaN);
  });

  test('renamed: its results come under the new name, and references follow', async () => {
    const renamed = busy('acme/new', {
      formerNames: ['acme/old'],
      pullRequests: [{ number: 2, mergedAt: second(1), body: 'Fixes acme/old#1' }],
      issues: [{ number: 1, createdAt: '2016-01-01T00:00:00Z' }],
    });
    const snapshot = await collect([renamed], ['acme/old', 'Acme/New']);
    expect(snapshot.repositories).toEqual(['acme/new']);
    expect(snapshot.complete).toBe(true);
    expect(snapshot.warnings).toMatchObject([
      { code: 'repository-renamed', repository: 'acme/new' },
    ]);
    expect(snapshot.pullRequests[0]?.references).toMatchObject([
      { repository: 'acme/new', number: 1 },
    ]);
    expect(snapshot.issues).toMatchObject([{ repository: 'acme/new', number: 1 }]);
  });
});

test.each([
  ['missing', 'github-not-found'],
  ['saml', 'github-forbidden'],
] as const)('all %s: there is nothing to report', async (access, code) => {
  const error = await collect([busy('acme/one', { access })], ['acme/one']).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ code, hint: expect.any(String) as unknown });
});

test('of several that cannot be read, each is named', async () => {
  await withGitHub([busy('acme/hidden', { access: 'saml' })], {}, async (github) => {
    const none = collectFrom(github, {}, ['acme/none', 'acme/hidden', 'acme/neither']);
    await expect(none).rejects.toMatchObject({
      code: 'github-not-found',
      message: expect.stringMatching(
        /^acme\/none is not on github\.com; acme\/hidden: .+; acme\/neither is not on github\.com\.$/,
      ) as string,
    });
  });
});

describe('an organisation', () => {
  const repositories = [
    busy('acme/b'),
    busy('acme/a'),
    busy('acme/fork', { isFork: true }),
    busy('acme/archived', { isArchived: true }),
    { name: 'acme/silent', pullRequests: [{ mergedAt: '2016-01-01T00:00:00Z' }] },
    { name: 'acme/later', pullRequests: [{ createdAt: '2017-05-08T01:00:00Z' }] },
    busy('other/named'),
  ];

  test('means its own active repositories, after those named', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const snapshot = await collectFrom(github, { organizations: ['acme'] }, ['other/named']);
      expect(snapshot.repositories).toEqual(['other/named', 'acme/a', 'acme/archived', 'acme/b']);
      expect(snapshot.pullRequests).toHaveLength(4);
      expect(snapshot.complete).toBe(true);
      // Where nothing happened since, nobody looks any further.
      const asked = JSON.stringify(github.log.requests.map(({ variables }) => variables));
      expect(asked).toContain('archived');
      expect(asked).not.toContain('silent');
    });
  });

  test('with many repositories is read to its end', async () => {
    const many = Array.from({ length: 120 }, (_, n) => busy(`acme/repository-${n}`));
    await withGitHub(many, { now: yearsLater }, async (github) => {
      const snapshot = await collectFrom(github, { organizations: ['acme'] }, []);
      expect(snapshot.repositories).toHaveLength(120);
      expect(snapshot.issues).toHaveLength(120);
    });
  });

  test('that does not exist is missing, and an error when it is all there is', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const some = await collectFrom(github, { organizations: ['nobody'] }, ['acme/a']);
      expect(some.complete).toBe(false);
      expect(some.warnings).toEqual([
        {
          code: 'organization-missing',
          message: 'There is no organisation nobody on github.com, or the token may not read it.',
        },
      ]);
      const none = collectFrom(github, { organizations: ['nobody'] }, []);
      await expect(none).rejects.toMatchObject({
        name: 'SourceError',
        code: 'github-not-found',
        message: 'There is no organisation nobody on github.com.',
        hint: 'Check the spelling, and that the token may read it.',
      });
    });
  });
});
