import { describe, expect, it } from 'vitest';
import { collectOne, GITHUB } from '../repository.ts';
import { AT, BEFORE, begun, mergeBranch, MONA, OCTO, writersIn } from './branches.ts';

const ED = 'Ed Page <ed@example.com>';
const squash = (number: number, author: string, at = AT) => ({
  ...{ message: `Add (#${String(number)})`, at, author, committer: GITHUB },
});

describe('a name becomes a login', () => {
  it('by the noreply address that somebody used anywhere in the history', async () => {
    const history = begun();
    history.commit(squash(1, 'Ed Page <7+epage@users.noreply.github.com>', BEFORE));
    history.commit(squash(2, ED));
    history.commit(squash(3, 'ED  page <ed@work.example>'));
    expect(await writersIn(history.write())).toEqual({ 2: ['@epage'], 3: ['@epage'] });
  });

  it('by the fork whose branches somebody wrote, before and after', async () => {
    const history = begun();
    history.commit(squash(1, 'Edward <ed@example.com>'));
    mergeBranch(history, { number: 2, head: 'epage/t', commits: [ED, ED] });
    history.commit(squash(3, 'Ed Page <ed@work.example>'));
    expect(await writersIn(history.write())).toEqual({
      ...{ 1: ['@epage'], 2: ['@epage'], 3: ['@epage'] },
    });
  });

  it('by the author whom bors names', async () => {
    const history = begun();
    const message = 'Merge #1 #2\n\n1: One r=mona a=epage\n\nText\n\n2: Two r=mona a=octo';
    const base = history.tip('main');
    const tips = [ED, OCTO].map((author, at) =>
      history.commit({
        ...{ message: 'work', at: BEFORE, author, branch: `t${String(at)}`, parents: [base] },
      }),
    );
    history.commit({ message, at: BEFORE, author: MONA, parents: [base, ...tips] });
    history.commit(squash(3, ED));
    expect(await writersIn(history.write())).toEqual({ 3: ['@epage'] });
  });

  it('for who merged, too', async () => {
    const history = begun();
    mergeBranch(history, { number: 1, head: 'epage/t', commits: [ED], at: BEFORE });
    mergeBranch(history, { number: 2, head: 'octo/t', commits: [OCTO], merger: ED });
    expect((await collectOne(history.write())).mergedBy).toEqual({ login: 'epage', type: 'user' });
  });

  it('when one login has nine tenths of the evidence, but not less', async () => {
    const of = async (others: number): Promise<unknown> => {
      const history = begun();
      const at = BEFORE;
      for (let number = 1; number <= 10; number += 1) {
        const login = number > others ? 'epage' : 'edpage';
        history.commit(squash(number, `Ed Page <${login}@users.noreply.github.com>`, at));
      }
      history.commit(squash(11, ED));
      return (await writersIn(history.write()))[11];
    };
    expect(await of(1)).toEqual(['@epage']);
    expect(await of(2)).toEqual(['Ed Page']);
  });

  it('unless the address says another', async () => {
    const history = begun();
    mergeBranch(history, { number: 1, head: 'epage/t', commits: [ED], at: BEFORE });
    mergeBranch(history, {
      ...{ number: 2, head: 'other/t', at: BEFORE },
      commits: ['Other Page <other@example.com>'],
    });
    history.commit(squash(3, 'Ed Page <other@example.com>'));
    expect(await writersIn(history.write())).toEqual({ 3: ['Ed Page'] });
  });

  it('of one word only with more evidence, or when it is the login', async () => {
    const history = begun();
    mergeBranch(history, { number: 1, head: 'alex1/t', commits: ['Alex <a@x.example>'] });
    history.commit(squash(2, 'Alex <other@x.example>'));
    mergeBranch(history, { number: 3, head: 'epage/t', commits: ['epage <e@x.example>'] });
    history.commit(squash(4, 'epage <other@y.example>'));
    for (const number of [5, 6, 7]) {
      mergeBranch(history, { number, head: 'kimk/t', commits: ['Kim <k@x.example>'] });
    }
    history.commit(squash(8, 'Kim <other@z.example>'));
    expect(await writersIn(history.write())).toMatchObject({
      ...{ 1: ['@alex1'], 2: ['Alex'], 4: ['@epage'], 8: ['@kimk'] },
    });
  });

  it('never by an address that many have', async () => {
    const history = begun();
    mergeBranch(history, { number: 1, head: 'epage/t', commits: ['Ed Page <root@localhost>'] });
    history.commit(squash(2, 'Ann Lee <root@localhost>'));
    expect(await writersIn(history.write())).toEqual({ 1: ['@epage'], 2: ['Ann Lee'] });
  });

  it('not by the branches of the repository, or a fork that several people wrote', async () => {
    const history = begun();
    mergeBranch(history, { number: 1, head: 'LinuxKit/t', commits: [ED] });
    mergeBranch(history, { number: 2, head: 'acme/t', commits: ['Ann Lee <ann@x.example>'] });
    mergeBranch(history, { number: 3, head: 'acme/t', commits: ['Bob May <bob@x.example>'] });
    expect(await writersIn(history.write())).toEqual({
      ...{ 1: ['Ed Page'], 2: ['Ann Lee'], 3: ['Bob May'] },
    });
  });

  it('also when a person wrote with two names and addresses in one fork', async () => {
    const history = begun();
    const signatures = ['Ed Page <ed@a.example>', 'Ed Page <ed@b.example>', 'Eddie <ed@b.example>'];
    for (const [at, author] of signatures.entries()) {
      mergeBranch(history, { number: at + 1, head: 'epage/t', commits: [author] });
    }
    expect(await writersIn(history.write())).toEqual({
      ...{ 1: ['@epage'], 2: ['@epage'], 3: ['@epage'] },
    });
  });
});

describe('a login that was renamed', () => {
  it('is the newest one of the same account', async () => {
    const history = begun();
    const later = '2017-05-04T00:00:00Z';
    history.commit(squash(1, 'Ed Page <7+oldpage@users.noreply.github.com>'));
    history.commit(squash(2, 'Ed Page <7+EPage@users.noreply.github.com>', later));
    mergeBranch(history, { number: 3, head: 'oldpage/t', commits: [ED] });
    expect(await writersIn(history.write())).toEqual({
      ...{ 1: ['@EPage'], 2: ['@EPage'], 3: ['@EPage'] },
    });
  });

  it('stays apart from the account that has its old login now', async () => {
    const history = begun();
    history.commit(squash(1, 'Ed Page <7+old@users.noreply.github.com>'));
    history.commit(squash(2, 'Ed Page <7+new@users.noreply.github.com>', '2017-05-04T00:00:00Z'));
    history.commit(squash(3, 'Ann Lee <8+old@users.noreply.github.com>', '2017-05-05T00:00:00Z'));
    expect(await writersIn(history.write())).toEqual({ 1: ['@old'], 2: ['@new'], 3: ['@old'] });
  });

  it('is known by forks that follow each other', async () => {
    const merged = async (logins: string): Promise<string[]> => {
      const history = begun();
      for (const [at, letter] of [...logins].entries()) {
        const instant = `2017-05-0${String(1 + Math.floor(at / 3))}T0${String(at)}:00:00Z`;
        const head = letter === 'o' ? 'old/t' : 'new/t';
        mergeBranch(history, { number: at + 1, head, commits: [ED], at: instant });
      }
      return Object.values(await writersIn(history.write())).flat();
    };
    expect(new Set(await merged('ooonnn'))).toEqual(new Set(['@new']));
    expect(new Set(await merged('oononn'))).toEqual(new Set(['Ed Page']));
    expect(new Set(await merged('oonnn'))).toEqual(new Set(['Ed Page']));
  });
});

describe('an alias of the config', () => {
  it.each(['Ed Page', 'ed page', 'ED@example.com'])('gives %s a login', async (alias) => {
    const history = begun();
    history.commit(squash(1, ED));
    const people = { bots: [], aliases: { [alias]: 'epage' } };
    expect(await writersIn(history.write(), { people })).toEqual({ 1: ['@epage'] });
  });

  it('of a name leaves others with a login of their own', async () => {
    const history = begun();
    history.commit(squash(1, 'Ed Page <9+other@users.noreply.github.com>'));
    const people = { bots: [], aliases: { 'Ed Page': 'epage' } };
    expect(await writersIn(history.write(), { people })).toEqual({ 1: ['@other'] });
  });
});
