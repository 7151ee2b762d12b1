import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPeople, peopleIn } from '../../src/people/map-people.ts';
import { personKey } from '../../src/people/person-key.ts';
import { settlePeople } from '../../src/people/settle-people.ts';
import type { DirectCommit, Person, Snapshot } from '../../src/snapshot/schema.ts';
import { runs } from '../support/runs.ts';
import { bot, issue, pull, snapshot, user } from '../support/snapshot.ts';

const named = (name: string): Person => ({ login: null, name, type: 'user' });

function commit(author: Person, coAuthors: Person[] = []): DirectCommit {
  return {
    ...{ repository: 'linuxkit/linuxkit', hash: 'a'.repeat(40), title: 'Push', author, coAuthors },
    ...{ at: '2017-05-03T12:00:00Z', references: [] },
  };
}

/** A snapshot that has a person in every place. */
function everywhere(person: Person): Snapshot {
  const activity = [{ did: 'commented' as const, by: person, at: '2017-05-03T12:00:00Z' }];
  return snapshot({
    pullRequests: [
      pull(1, { author: person, mergedBy: person, activity }),
      pull(2, { coAuthors: [person], mergedBy: null }),
    ],
    issues: [issue(3, { author: person, activity })],
    commits: [commit(person), commit(user('ann'), [person])],
  });
}

function settledEverywhere(person: Person, people: Parameters<typeof settlePeople>[1]): Person[] {
  const settled = settlePeople(everywhere(person), people);
  const others = ['rneugeba', 'ann', 'justincormack'];
  return peopleIn(settled).filter(({ login }) => !others.includes(login ?? ''));
}

describe('settlePeople', () => {
  it('makes bots of the machine accounts in the config, wherever they are', () => {
    const found = settledEverywhere(user('Acme-CI'), { bots: ['@acme-ci'], aliases: {} });
    expect(found).toHaveLength(8);
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['bot']));
  });

  it.each(['Acme CI', 'acme  ci'])('makes bots of machines that have only the name %s', (name) => {
    const [found] = settledEverywhere(named(name), { bots: [name], aliases: {} });
    expect(found).toEqual({ ...named(name), type: 'bot' });
  });

  it('gives the names of the config their logins, whatever their case', () => {
    const people = { bots: [], aliases: { 'ed page': 'epage' } };
    const found = settledEverywhere(named('Ed Page'), people);
    expect(found).toHaveLength(8);
    expect(found[0]).toEqual({ login: 'epage', name: 'Ed Page', type: 'user' });
    expect(new Set(found.map(personKey))).toEqual(new Set(['login:epage']));
  });

  it('gives a name the login that it has in another fact, unless two have it', () => {
    const known: Person = { login: 'epage', name: 'Ed Page', type: 'user' };
    const other: Person = { login: 'edward', name: 'Ed Page', type: 'user' };
    const settle = (...people: Person[]): unknown =>
      settlePeople(snapshot({ pullRequests: people.map((author, at) => pull(at, { author })) }), {
        ...{ bots: [], aliases: {} },
      }).pullRequests.at(-1)?.author.login;
    expect(settle(known, named('ed page'))).toBe('epage');
    expect(settle(known, other, named('Ed Page'))).toBeNull();
    // A login is no evidence for a name that reads the same.
    expect(settle(user('epage'), named('epage'))).toBeNull();
  });

  it('never names anybody twice for one pull request', () => {
    const person: fc.Arbitrary<Person> = fc.record(
      {
        login: fc.option(fc.constantFrom('ann', 'Ann', 'bob', 'acme-ci')),
        name: fc.constantFrom('Ann Lee', 'ann lee', 'Bob', 'bot'),
        type: fc.constantFrom('user' as const, 'bot' as const),
      },
      { requiredKeys: ['login', 'type'] },
    );
    const people = { bots: ['acme-ci', 'bot'], aliases: { 'Ann Lee': 'ann' } };
    fc.assert(
      fc.property(person, fc.array(person), person, (author, coAuthors, by) => {
        const activity = [{ did: 'reviewed' as const, by, at: '2017-05-03T12:00:00Z' }];
        const facts = snapshot({ pullRequests: [pull(1, { author, coAuthors, activity })] });
        const settled = settlePeople(facts, people);
        const [one] = settled.pullRequests;
        const keys = [one?.author, ...(one?.coAuthors ?? [])].map(
          (each) => each && personKey(each),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs(200),
    );
  });

  it('leaves everybody else as they are', () => {
    const facts = everywhere(bot('dependabot'));
    expect(settlePeople(facts, { bots: [], aliases: {} })).toEqual(facts);
    expect(mapPeople(facts, (person) => person)).toEqual(facts);
  });
});
