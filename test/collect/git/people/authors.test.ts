import { describe, expect, it } from 'vitest';
import { collectOne, GITHUB } from '../repository.ts';
import { AT, BEFORE, begun, HUBOT, mergeBranch, MONA, OCTO, writersIn } from './branches.ts';

const CI = 'pre-commit-ci[bot] <66853113+pre-commit-ci[bot]@users.noreply.github.com>';

describe('the author of a merged branch', () => {
  it('is who wrote it, not the bot that committed last', async () => {
    const history = begun();
    mergeBranch(history, { number: 20, head: 'linuxkit/t', commits: [OCTO, CI] });
    expect(await writersIn(history.write())).toEqual({ 20: ['@octo'] });
  });

  it('is a bot when all commits are its own', async () => {
    const history = begun();
    mergeBranch(history, { number: 20, head: 'octo/t', commits: [CI, CI] });
    expect(await writersIn(history.write())).toEqual({ 20: ['[@pre-commit-ci]'] });
  });

  it('is the one with most commits, before all others; of equals the first to commit', async () => {
    const history = begun();
    mergeBranch(history, { number: 13, head: 'octo/t', commits: [HUBOT, OCTO, OCTO] });
    mergeBranch(history, { number: 14, head: 'octo/t', commits: [HUBOT, OCTO] });
    expect(await writersIn(history.write())).toEqual({
      13: ['@octo', '@hubot'],
      14: ['@hubot', '@octo'],
    });
  });

  it('is not who merged the base into it', async () => {
    const history = begun();
    const base = history.tip('main');
    const work = history.commit({ message: 'work', at: AT, author: OCTO, branch: 't' });
    const update = history.commit({ message: 'On main', at: AT, author: HUBOT, parents: [base] });
    const merged = { message: "Merge branch 'main' into t", at: AT, author: MONA, branch: 't' };
    const tip = history.commit({ ...merged, parents: [work, update] });
    history.commit({
      ...{ message: 'Merge pull request #5 from octo/t\n\nTitle', at: AT, author: MONA },
      ...{ committer: GITHUB, parents: [update, tip] },
    });
    expect(await writersIn(history.write())).toEqual({ 5: ['@octo'] });
  });

  it('counts the commits of another branch that was merged into it', async () => {
    const history = begun();
    const base = history.tip('main');
    const help = { message: 'help', at: AT, author: HUBOT, branch: 'help', parents: [base] };
    const helped = history.commit(help);
    const work = { message: 'work', at: AT, author: OCTO, branch: 't', parents: [base] };
    const merged = { message: "Merge branch 'help' into t", at: AT, author: OCTO, branch: 't' };
    const tip = history.commit({ ...merged, parents: [history.commit(work), helped] });
    history.commit({
      ...{ message: 'Merge pull request #5 from octo/t\n\nTitle', at: AT, author: MONA },
      ...{ committer: GITHUB, parents: [base, tip] },
    });
    // Both have a commit of the same second.
    const found = await writersIn(history.write());
    expect(found[5]?.toSorted()).toEqual(['@hubot', '@octo']);
  });

  it('is not the organisation that holds the fork', async () => {
    const history = begun();
    const commits = [['Ann Lee <ann@example.com>'], ['Bob May <bob@example.com>']] as const;
    commits.forEach(([author], at) => {
      mergeBranch(history, { number: at + 1, head: 'acme/t', commits: [author], at: BEFORE });
    });
    mergeBranch(history, { number: 3, head: 'acme/t', commits: ['Ann Lee <ann@example.com>'] });
    mergeBranch(history, { number: 4, head: 'acme/t', commits: [OCTO] });
    expect(await writersIn(history.write())).toEqual({ 3: ['Ann Lee'], 4: ['@octo'] });
  });

  it('is unknown when GitHub signed the only commit', async () => {
    const history = begun();
    mergeBranch(history, { number: 1, head: 'linuxkit/t', commits: [GITHUB] });
    expect(await writersIn(history.write())).toEqual({ 1: ['?'] });
  });
});

describe('co-authors', () => {
  const trailer = (person: string): string => `Co-authored-by: ${person}`;

  it('are named by the trailers of a squash', async () => {
    const history = begun();
    const message = `Add frob (#12)\n\n* one\n\n${trailer(HUBOT)}\n${trailer('Pair <pair@example.com>')}`;
    history.commit({ message, at: AT, author: OCTO, committer: GITHUB });
    expect(await writersIn(history.write())).toEqual({ 12: ['@octo', '@hubot', 'Pair'] });
  });

  it('are named by the trailers of the branch, after those who committed', async () => {
    const history = begun();
    mergeBranch(history, {
      ...{ number: 12, head: 'octo/t' },
      commits: [[OCTO, `one\n\nco-authored-BY: Pair <pair@example.com>`], HUBOT, OCTO],
    });
    expect(await writersIn(history.write())).toEqual({ 12: ['@octo', '@hubot', 'Pair'] });
  });

  it('are all who wrote the commits of a rebase', async () => {
    const history = begun();
    for (const [message, author] of [
      ['One (#7)', HUBOT],
      ['Two (#7)', OCTO],
      ['Three (#7)', OCTO],
    ] as const) {
      history.commit({ message, at: AT, author, committer: MONA });
    }
    expect(await writersIn(history.write())).toEqual({ 7: ['@octo', '@hubot'] });
  });

  it('are not the author again, under another name or address', async () => {
    const history = begun();
    const again = [
      'Octavia <1+octo@users.noreply.github.com>',
      'octo cat <octo@example.com>',
      'O. <octo@example.com>',
      OCTO,
    ];
    const message = `Add (#12)\n\n${again.map(trailer).join('\n')}`;
    history.commit({ message, at: AT, author: OCTO, committer: GITHUB });
    const pull = await collectOne(history.write());
    expect(pull).toMatchObject({ author: { login: 'octo' }, coAuthors: [] });
  });

  it('are two people where one name has two logins', async () => {
    const history = begun();
    const other = 'Octo Cat <9+octocat@users.noreply.github.com>';
    const message = `Add (#12)\n\n${trailer(other)}`;
    history.commit({ message, at: AT, author: OCTO, committer: GITHUB });
    expect(await writersIn(history.write())).toEqual({ 12: ['@octo', '@octocat'] });
  });

  it.each([
    ['an app', 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>'],
    ['a name', 'renovate[bot] <someone@example.com>'],
    ['a known address', 'Claude <noreply@anthropic.com>'],
    ['a known login', 'Copilot <198982749+Copilot@users.noreply.github.com>'],
    ['a machine of the config', 'Acme CI <5+acme-ci@users.noreply.github.com>'],
    ['GitHub itself', GITHUB],
    ['nobody, without an address', 'Pair'],
  ])('are not bots: %s', async (_, bot) => {
    const history = begun();
    const message = `Add (#12)\n\n${trailer(bot)}`;
    history.commit({ message, at: AT, author: OCTO, committer: GITHUB });
    const people = { bots: ['Acme-CI'], aliases: {} };
    expect(await writersIn(history.write(), { people })).toEqual({ 12: ['@octo'] });
  });
});

it('reads names of any length and content', async () => {
  const history = begun();
  const long = 'n'.repeat(10_000);
  const odd = 'Bell \u0007\u202e \ud83d\udc7e';
  const message = `Add (#12)\n\nCo-authored-by: ${long} <l@example.com>\nCo-authored-by: ${odd} <o@example.com>`;
  history.commit({ message, at: AT, author: `${long}x <x@example.com>`, committer: GITHUB });
  const { author, coAuthors } = await collectOne(history.write());
  expect(author.name).toBe('n'.repeat(1_000));
  expect(coAuthors.at(-1)?.name).toBe(odd);
});

it('reads no more people than a commit can have', async () => {
  const history = begun();
  const trailers = Array.from(
    { length: 5_000 },
    (_, at) => `Co-authored-by: Name ${String(at)} <${String(at)}@example.com>`,
  );
  const message = `Add (#12)\n\n${trailers.join('\n')}`;
  history.commit({ message, at: AT, author: OCTO, committer: GITHUB });
  expect((await collectOne(history.write())).coAuthors).toHaveLength(100);
});
