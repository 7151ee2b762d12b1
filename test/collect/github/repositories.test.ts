import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/errors.ts';
import type { RepositoryInput } from '../../github/data/input.ts';
import { rewritten } from '../../github/failures.ts';
import { collectFrom, patientClock, second, withGitHub, yearsLater } from './support.ts';

const busy = (name: string, more: Partial<RepositoryInput> = {}): RepositoryInput => ({
  name,
  pullRequests: [{ mergedAt: second(5) }],
  issues: [{ createdAt: second(6) }],
  ...more,
});

async function collect(repositories: RepositoryInput[], names?: string[]) {
  return withGitHub(repositories, {}, (github) => collectFrom(github, {}, names));
}

describe('an unreadable repository leaves the others complete', () => {
  test.each([
    ['missing', 'repository-missing'],
    ['saml', 'repository-forbidden'],
  ] as const)('%s', async (access, code) => {
    const names = ['acme/one', 'acme/unreadable', 'acme/two'];
    const snapshot = await collect(
      names.map((name) => busy(name, name === 'acme/unreadable' ? { access } : {})),
      names,
    );
    expect(snapshot.repositories).toEqual(['acme/one', 'acme/two']);
    expect(snapshot.pullRequests).toHaveLength(2);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.warnings).toMatchObject([{ code, repository: 'acme/unreadable' }]);
  });

  test.each(['silence', 'error'] as const)('whatever search does with it: %s', async (form) => {
    const names = ['acme/one', 'acme/none', 'acme/hidden', 'acme/old', 'acme/two'];
    const repositories = [
      ...[busy('acme/one'), busy('acme/hidden', { access: 'saml' }), busy('acme/two')],
      busy('acme/new', { formerNames: ['acme/old'] }),
    ];
    await withGitHub(repositories, { searchOutOfReach: form }, async (github) => {
      const clock = patientClock();
      const snapshot = await collectFrom(github, { clock }, names);
      expect(snapshot.repositories).toEqual(['acme/one', 'acme/new', 'acme/two']);
      expect(snapshot.pullRequests).toHaveLength(3);
      expect(snapshot.warnings.map(({ code }) => code)).toEqual([
        'repository-renamed',
        'repository-forbidden',
        'repository-missing',
      ]);
      const searches = github.log.requests.flatMap(({ variables }) => Object.values(variables));
      const asked = searches.filter((text) => String(text).includes('repo:acme/none'));
      expect(asked.length).toBeLessThanOrEqual(form === 'silence' ? 4 : 12);
      expect(github.log.requests.length).toBeLessThan(20);
      expect(clock.slept).toBeLessThan(5_000);
    });
  });

  test('search refuses one that exists', async () => {
    await withGitHub([busy('acme/one'), busy('acme/two')], {}, async (github) => {
      const refuse = rewritten('refused', (reply) => {
        const message = 'The listed users and repositories cannot be searched.';
        Object.assign(reply, { data: null, errors: [{ message, path: ['f0'] }] });
      });
      github.fail(refuse, {
        matches: ({ query, variables }) =>
          query.startsWith('query Counts') && String(variables['text_0']).includes('acme/one'),
      });
      const snapshot = await collectFrom(github);
      expect(snapshot.warnings).toMatchObject([
        {
          code: 'repository-forbidden',
          message: 'Cannot read acme/one: The listed users and repositories cannot be searched.',
        },
      ]);
      expect(snapshot.repositories).toEqual(['acme/two']);
      expect(github.log.requests.length).toBeLessThan(12);
    });
  });

  test('an error that names no repository is asked about few times', async () => {
    await withGitHub([busy('acme/one')], {}, async (github) => {
      const refuse = rewritten('refused', (reply) => {
        Object.assign(reply, { data: null, errors: [{ message: 'No such thing.' }] });
      });
      github.fail(refuse, { matches: ({ query }) => query.startsWith('query Counts') });
      const clock = patientClock();
      const error: unknown = await collectFrom(github, { clock }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code: 'github-unavailable' });
      expect(github.log.requests.length).toBeLessThan(20);
      expect(clock.slept).toBeLessThan(15_000);
    });
  });

  test('a repository that never existed', async () => {
    const snapshot = await collect([busy('acme/one')], ['acme/one', 'acme/none']);
    expect(snapshot.warnings).toEqual([
      {
        code: 'repository-missing',
        message: 'Repository acme/none not found on github.com, or the token cannot read it.',
        repository: 'acme/none',
      },
    ]);
  });

  test.each([
    ['an archived one', { isArchived: true }, [1, 1]],
    ['one without issues', { hasIssuesEnabled: false }, [1, 0]],
    ['an empty one', { isEmpty: true, pullRequests: [], issues: [] }, [0, 0]],
  ])('%s is a complete repository', async (_, more, [pulls, issues]) => {
    const snapshot = await collect([busy('acme/app', more)]);
    expect(snapshot).toMatchObject({ complete: true, warnings: [], repositories: ['acme/app'] });
    expect(snapshot.pullRequests).toHaveLength(pulls ?? NaN);
    expect(snapshot.issues).toHaveLength(issues ?? NaN);
  });

  test('a renamed one comes under its new name, also in references', async () => {
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
] as const)('all repositories %s: an error', async (access, code) => {
  const error = await collect([busy('acme/one', { access })], ['acme/one']).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ code, hint: expect.any(String) as unknown });
});

test('the error names each of several unreadable repositories', async () => {
  await withGitHub([busy('acme/hidden', { access: 'saml' })], {}, async (github) => {
    const none = collectFrom(github, {}, ['acme/none', 'acme/hidden', 'acme/neither']);
    await expect(none).rejects.toMatchObject({
      code: 'github-not-found',
      message: expect.stringMatching(
        /^acme\/none not found on github\.com; acme\/hidden: .+; acme\/neither not found on github\.com\.$/,
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

  test('adds its own active repositories to those asked for', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const snapshot = await collectFrom(github, { organizations: ['acme'] }, ['other/named']);
      expect(snapshot.repositories).toEqual(['other/named', 'acme/a', 'acme/archived', 'acme/b']);
      expect(snapshot.pullRequests).toHaveLength(4);
      expect(snapshot.complete).toBe(true);
      // Asks nothing more of repositories without an update since.
      const asked = JSON.stringify(github.log.requests.map(({ variables }) => variables));
      expect(asked).toContain('archived');
      expect(asked).not.toContain('silent');
    });
  });

  test('with many repositories: reads the list to its end', async () => {
    const many = Array.from({ length: 120 }, (_, n) => busy(`acme/repository-${n}`));
    await withGitHub(many, { now: yearsLater }, async (github) => {
      const snapshot = await collectFrom(github, { organizations: ['acme'] }, []);
      expect(snapshot.repositories).toHaveLength(120);
      expect(snapshot.issues).toHaveLength(120);
    });
  });

  test('that doesn’t exist: a warning, or an error without other repositories', async () => {
    await withGitHub(repositories, {}, async (github) => {
      const some = await collectFrom(github, { organizations: ['nobody'] }, ['acme/a']);
      expect(some.complete).toBe(false);
      expect(some.warnings).toEqual([
        {
          code: 'organization-missing',
          message: 'Organisation nobody not found on github.com, or the token cannot read it.',
        },
      ]);
      const none = collectFrom(github, { organizations: ['nobody'] }, []);
      await expect(none).rejects.toMatchObject({
        name: 'SourceError',
        code: 'github-not-found',
        message: 'Organisation nobody not found on github.com.',
        hint: 'Check the spelling, and that the token can read it.',
      });
    });
  });
});
