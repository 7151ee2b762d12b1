import { describe, expect, it } from 'vitest';
import { accountOf, botNamed } from '../../src/people/account.ts';
import { bareLogin } from '../../src/item/bare-login.ts';
import { loginsOf } from '../../src/people/logins.ts';
import { participants } from '../../src/people/participants.ts';
import { personKey } from '../../src/people/person-key.ts';
import { personName } from '../../src/people/person-name.ts';
import { act, issue, pull, user } from '../support/snapshot.ts';

describe('accountOf', () => {
  it.each([
    ['rneugeba', { login: 'rneugeba', type: 'user' }],
    ['renovate[bot]', { login: 'renovate', type: 'bot' }],
    ['robot', { login: 'robot', type: 'user' }],
  ])('%s', (login, person) => {
    expect(accountOf(login)).toEqual(person);
  });
});

it.each(['', 'Ann', '[bot]', 'bot', '[bot] Ann'])('no bot is named %j', (name) => {
  expect(botNamed(name)).toBeNull();
});

it.each(['dependabot', '@Dependabot', 'dependabot[bot]', '@dependabot[bot]'])(
  'bareLogin reduces %s to dependabot',
  (login) => {
    expect(bareLogin(login)).toBe('dependabot');
  },
);

describe('personKey', () => {
  it('ignores the case of logins, and the name beside one', () => {
    expect(personKey({ login: 'Ann', name: 'Ann A.' })).toBe(personKey({ login: 'ann' }));
  });

  it('keeps a name apart from the login that reads the same, and from other names', () => {
    const keys = [{ login: 'ann' }, { login: null, name: 'ann' }, { login: null, name: 'Ann' }];
    expect(new Set([...keys, { login: null }].map(personKey)).size).toBe(4);
  });
});

it.each([
  [{ login: 'ann', name: 'Ann A.', type: 'user' } as const, 'ann'],
  [{ login: null, name: 'Ann A.', type: 'user' } as const, 'Ann A.'],
  [{ login: null, name: '', type: 'user' } as const, null],
  [{ login: null, type: 'user' } as const, null],
])('personName of %j', (person, name) => {
  expect(personName(person)).toBe(name);
});

describe('participants', () => {
  it('are the author, those who acted, and the one who merged', () => {
    const item = pull(1, { author: user('ann'), activity: [act('commented', 'Bob')] });
    const people = participants({ ...item, mergedBy: user('cid') });
    expect(loginsOf(people)).toEqual(new Set(['ann', 'bob', 'cid']));
  });

  it('of an issue need no merger', () => {
    const item = issue(1, { author: { login: null, name: 'Ann', type: 'user' }, activity: [] });
    expect(participants(item)).toHaveLength(1);
    expect(loginsOf(participants(item))).toEqual(new Set());
  });
});
