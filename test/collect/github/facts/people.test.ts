import * as v from 'valibot';
import { expect, test } from 'vitest';
import { actor, gitActor } from '../../../../src/collect/github/facts/people.ts';

test.each([
  ['a user', { __typename: 'User', login: 'rneugeba' }, { login: 'rneugeba', type: 'user' }],
  ['a bot', { __typename: 'Bot', login: 'renovate' }, { login: 'renovate', type: 'bot' }],
  ['a managed user', { __typename: 'User', login: 'a_corp' }, { login: 'a_corp', type: 'user' }],
  ['a deleted account', null, { login: 'ghost', type: 'ghost' }],
  [
    'an imported account with any name',
    { __typename: 'Mannequin', login: 'A [b](https://evil.example)' },
    { login: null, name: 'A [b](https://evil.example)', type: 'user' },
  ],
])('%s', (_, account, person) => {
  expect(v.parse(actor.schema, account)).toEqual(person);
});

test('the author of a commit has a login only if it is one', () => {
  const author = { name: 'A', user: { login: 'a b' } };
  expect(v.parse(gitActor.schema, author)).toMatchObject({
    person: { login: null, name: 'a b', type: 'user' },
  });
});
