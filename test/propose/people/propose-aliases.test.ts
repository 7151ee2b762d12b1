import { describe, expect, test } from 'vitest';
import type { KnownSignature } from '../../../src/collect/git/recent-signatures.ts';
import { proposeAliases } from '../../../src/propose/people/propose-aliases.ts';
import { signed } from './signatures.ts';

const aliases = (...signatures: KnownSignature[]) =>
  Object.fromEntries(proposeAliases(signatures).map(({ name, login }) => [name, login]));
const reasons = (...signatures: KnownSignature[]) =>
  proposeAliases(signatures).map(({ why }) => why);

describe('an alias is proposed for', () => {
  test('an address from which others of its signatures have a login', () => {
    const signatures = [
      signed('ann-doe <ann@doe.example>', 'ann-doe'),
      signed('安 <ann@doe.example>', null, { recent: 385 }),
      signed('安 / ann <Ann@doe.example>', null, { recent: 2 }),
    ];
    expect(aliases(...signatures)).toEqual({ 'ann@doe.example': 'ann-doe' });
    expect(reasons(...signatures)).toEqual([
      'ann@doe.example: 387 commits of the last year as 安, 安 / ann; the same address also signs for the login ann-doe.',
    ]);
  });

  test('an address that begins with a login', () => {
    const signatures = [
      signed('Sunny <7+mshine@users.noreply.github.com>', 'mshine'),
      signed('Martin Shine <MShine@mail.example>', null),
    ];
    expect(aliases(...signatures)).toEqual({ 'mshine@mail.example': 'mshine' });
    expect(reasons(...signatures)).toEqual([
      'mshine@mail.example: 1 commit of the last year as Martin Shine; the address begins with the login of Sunny.',
    ]);
  });

  test.each([
    ['byte-ann', 'byte-ann'],
    ['Ann O. Byte', 'AnnOByte'],
    ['annobyte', 'Ann-O-Byte'],
  ])('the name %s, which reads like the login %s', (name, login) => {
    const signatures = [
      signed('Zoe <zoe@users.noreply.github.com>', login),
      signed(`${name} <x@mail.example>`, null, { recent: 3 }),
      signed(`${name} <y@mail.example>`, null),
    ];
    expect(aliases(...signatures)).toEqual({ [name]: login });
    expect(reasons(...signatures)).toEqual([
      `${name}: 4 commits of the last year with this name, which reads like the login of Zoe.`,
    ]);
  });

  test('a full name that is another spelling of one with a login', () => {
    expect(
      aliases(
        signed('Zoë Müller <z@users.noreply.github.com>', 'zm'),
        signed('Zoe  muller <zoe@mail.example>', null),
      ),
    ).toEqual({ 'Zoe  muller': 'zm' });
  });
});

describe('no alias is proposed', () => {
  const ann = signed('Ann Doe <1+ann-doe@users.noreply.github.com>', 'ann-doe');

  test.each<[string, ...KnownSignature[]]>([
    ['where all have logins', ann, signed('Ann Doe <ann@doe.example>', 'ann-doe')],
    [
      'without a commit in the last year',
      ann,
      signed('ann-doe <x@y.example>', null, { recent: 0 }),
    ],
    [
      'where two logins share an address',
      signed('Ann <pair@team.example>', 'ann-doe'),
      signed('Bob <pair@team.example>', 'bob-roe'),
      signed('Cy <pair@team.example>', null),
    ],
    [
      'where an address and what it begins with disagree',
      ann,
      signed('Bob <ann-doe@mail.example>', 'bob-roe'),
      signed('x <ann-doe@mail.example>', null),
    ],
    [
      'where a name and its address disagree',
      ann,
      signed('Bob <x@mail.example>', 'bob-roe'),
      signed('Bob Roe <y@mail.example>', 'bob-roe'),
      signed('ann-doe <bob-roe@mail.example>', null),
    ],
    [
      'where two have the name',
      signed('Ánn Doe <a@users.noreply.github.com>', 'ann1'),
      signed('Ànn Doe <b@users.noreply.github.com>', 'ann2'),
      signed('Ann Doe <ann@doe.example>', null),
    ],
    [
      'for somebody whose full name is another',
      signed('Ann Doe <office@doe.example>', 'ann-doe'),
      signed('Bob Doe <office@doe.example>', null),
      signed('Cy Doe <ann-doe@mail.example>', null),
    ],
    [
      'where the history does not agree whose a name is',
      signed('Bob Roe <b@users.noreply.github.com>', 'bob-roe'),
      signed('ann-doe <ann@doe.example>', 'ann-doe'),
      signed('Bob Roe <ann@doe.example>', null),
    ],
    [
      'for an address of a role, without a word in common',
      signed('Ann <info@team.example>', 'ann-doe'),
      signed('Bob <info@team.example>', null),
    ],
    [
      'for a login that is somebody’s first name',
      signed('Andrew Able <a@users.noreply.github.com>', 'andrew'),
      signed('andrew <x@mail.example>', null),
      signed('Andrew Roe <andrew@roe.example>', null),
    ],
    [
      'for a short login',
      signed('Mike Able <a@users.noreply.github.com>', 'mike'),
      signed('Mike Roe <mike@roe.example>', null),
    ],
    [
      'for addresses that many have at home',
      signed('Ann <me@MacBook-Pro.local>', 'ann-doe'),
      signed('Ann Roe <me@MacBook-Pro.local>', null),
      signed('Ann <you@example.com>', 'ann-doe'),
      signed('Bob <you@example.com>', null),
    ],
    [
      'for machines',
      ann,
      signed('ann-doe <x@mail.example>', null, {
        person: { login: null, name: 'ann-doe', type: 'bot' },
      }),
    ],
  ])('%s', (_, ...signatures) => {
    expect(aliases(...signatures)).toEqual({});
  });
});

test('the twenty with most commits are proposed', () => {
  const signatures = Array.from({ length: 30 }, (_, index) => [
    signed(`P${index} <${index}+person-${index}@users.noreply.github.com>`, `person-${index}`),
    signed(`person-${index} <p${index}@mail.example>`, null, { recent: index }),
  ]).flat();
  const proposed = proposeAliases(signatures);
  expect(proposed).toHaveLength(20);
  expect(proposed[0]?.name).toBe('person-29');
  expect(proposed[19]?.name).toBe('person-10');
});
