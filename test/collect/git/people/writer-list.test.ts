import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WriterList } from '../../../../src/collect/git/people/writer-list.ts';
import { runs } from '../../../support/runs.ts';

it('never has anybody twice, and counts every commit, in any order', () => {
  const signer = fc
    .record({
      login: fc.option(fc.constantFrom('ann', 'Ann', 'bob', 'cid'), { freq: 1 }),
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      address: fc.constantFrom('x', 'y', 'z', ''),
    })
    .map(({ login, name, address }) => ({
      person: { login, name, type: 'user' as const },
      keys: [
        ...(login === null ? [] : [`login:${login.toLowerCase()}`]),
        `name:${name}`,
        ...(address === '' ? [] : [`address:${address}`]),
      ],
    }));
  fc.assert(
    fc.property(fc.array(fc.tuple(signer, fc.nat({ max: 2 }))), (signers) => {
      const list = new WriterList();
      for (const [one, commits] of signers) list.add(one, commits);
      const writers = list.writers();
      for (const [at, writer] of writers.entries()) {
        for (const other of writers.slice(at + 1)) {
          const [login, another] = [writer, other].map(({ person }) => person.login?.toLowerCase());
          expect(login === undefined || login !== another).toBe(true);
          const shares = writer.keys.some((key) => other.keys.includes(key));
          expect(shares && (login === undefined || another === undefined)).toBe(false);
        }
      }
      const commits = writers.reduce((sum, writer) => sum + writer.commits, 0);
      expect(commits).toBe(signers.reduce((sum, [, count]) => sum + count, 0));
    }),
    runs(200),
  );
});

it('joins thousands of people at once', () => {
  const list = new WriterList();
  for (let at = 0; at < 30_000; at += 1) {
    const name = String(at);
    const keys = [`name:${name}`, `address:${name}`];
    list.add({ person: { login: null, name, type: 'user' }, keys }, 1);
  }
  expect(list.writers()).toHaveLength(30_000);
});
