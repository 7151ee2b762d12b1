import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { toReportJson } from '../../src/compose/report-json.ts';
import { nothingBefore } from '../../src/compose/view/previously.ts';
import type { View } from '../../src/compose/view/view.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import type { DirectCommit, Reference, Snapshot } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { bot, closes, issue, pull, snapshot, user } from '../support/snapshot.ts';

const view = (parts: Partial<Snapshot>, input: ConfigInput = {}) =>
  compose(snapshot(parts), config(input), 0);
const entriesOf = ({ merged }: View) => merged.flatMap(({ entries }) => entries);
const textsOf = (composed: View) => entriesOf(composed).map(({ text }) => text);

function refers(number: number, relation: Reference['relation']): Reference {
  return { repository: 'linuxkit/linuxkit', number, relation, from: 'title' };
}

function commit(parts: Partial<DirectCommit> = {}): DirectCommit {
  return {
    repository: 'linuxkit/linuxkit',
    hash: 'c'.repeat(40),
    title: 'Change without a pull request',
    author: user('ann'),
    coAuthors: [],
    at: '2017-05-04T00:00:00Z',
    references: [],
    ...parts,
  };
}

describe('reverts', () => {
  const change = pull(35, { title: 'Fix frob', mergedAt: '2017-05-02T00:00:00Z' });
  const revert = pull(42, { title: 'Revert "Fix frob"', references: [refers(35, 'reverts')] });

  test('both say so, and resolve nothing', () => {
    const composed = view({ pullRequests: [change, revert] });
    expect(entriesOf(composed)).toMatchObject([
      { reverts: [], revertedBy: [{ id: 'linuxkit/linuxkit#42', label: '#42' }] },
      { reverts: [{ id: 'linuxkit/linuxkit#35', label: '#35' }], revertedBy: [] },
    ]);
    expect(entriesOf(composed)[1]?.refs).toHaveLength(1);
    const [first, second] = toReportJson(composed, '2017-05-08').merged[0]?.entries ?? [];
    expect(first).toMatchObject({ revertedBy: ['linuxkit/linuxkit#42'] });
    expect(second).toMatchObject({ reverts: ['linuxkit/linuxkit#35'] });
    expect(second).not.toHaveProperty('revertedBy');
  });

  test('of an earlier period name its report', () => {
    const previously = { ...nothingBefore, reportedOn: () => '2017-05-01' };
    const composed = compose(snapshot({ pullRequests: [revert] }), config(), 0, previously);
    expect(entriesOf(composed)[0]?.reverts).toMatchObject([{ reportedOn: '1 May 2017' }]);
  });

  test('by a commit without a pull request', () => {
    const commits = [commit({ references: [refers(35, 'reverts')] })];
    const composed = view({ pullRequests: [change], commits });
    expect(entriesOf(composed)[0]?.revertedBy).toMatchObject([{ label: 'commit ccccccc' }]);
    expect(composed.commits).toMatchObject([{ reverts: [{ label: '#35' }] }]);
  });

  test('pairs inside one period are left out if asked for', () => {
    const reverts = { reverts: 'drop' } as const;
    const composed = view({ pullRequests: [change, revert] }, reverts);
    expect(entriesOf(composed)).toEqual([]);
    expect(composed.leftOut).toMatchObject([
      { label: '#35', rule: 'reverts', evidence: '#42' },
      { label: '#42', rule: 'reverts', evidence: '#35' },
    ]);
    const landed = pull(50, {
      mergedAt: '2017-05-05T00:00:00Z',
      references: [refers(42, 'reverts')],
    });
    expect(textsOf(view({ pullRequests: [change, revert, landed] }, reverts))).toEqual([
      'Fix frob',
    ]);
    const earlier = pull(35, { ...change, mergedAt: '2017-04-02T00:00:00Z' });
    expect(textsOf(view({ pullRequests: [earlier, revert] }, reverts))).toHaveLength(1);
  });
});

describe('dependency bumps', () => {
  const bump = (number: number, from: string, to: string) =>
    pull(number, {
      title: `Bump goose from ${from} to ${to}`,
      author: bot('dependabot'),
      mergedAt: `2017-05-0${String(number)}T00:00:00Z`,
    });
  const pullRequests = [bump(2, '1.42.0', '1.45.0'), bump(1, '1.41.0', '1.42.0'), pull(5)];

  test('of one package are one entry with the whole range', () => {
    const composed = view({ pullRequests });
    expect(entriesOf(composed)).toMatchObject([
      { text: 'Change 5', bumps: null },
      {
        text: 'goose 1.41.0 → 1.45.0 (2 pull requests)',
        refs: [{ number: 1 }, { number: 2 }],
        credits: [],
        bumps: { package: 'goose', from: '1.41.0', to: '1.45.0', count: 2 },
      },
    ]);
  });

  test('have an entry each, or one together', () => {
    expect(textsOf(view({ pullRequests }, { bumps: 'list' }))).toHaveLength(3);
    expect(textsOf(view({ pullRequests }, { bumps: 'collapse' }))).toEqual([
      'Change 5',
      '2 pull requests by dependabot',
    ]);
  });

  test("hide neither a person's work that a bot opened, nor a release", () => {
    const opened = [
      pull(1, { author: bot('copilot-swe-agent'), title: 'Add frob', coAuthors: [user('ann')] }),
      pull(2, { author: bot('release-please'), title: 'chore(main): release 1.2.3' }),
      pull(3, { author: bot('helper'), title: 'Add knob', coAuthors: [user('ann')] }),
      pull(4, { author: bot('weblate'), title: 'Translations' }),
      pull(5, { author: bot('weblate'), title: 'More translations' }),
    ];
    expect(entriesOf(view({ pullRequests: opened })).map(({ text }) => text)).toEqual([
      'Add frob',
      'chore(main): release 1.2.3',
      'Add knob',
      '2 pull requests by weblate',
    ]);
    expect(entriesOf(view({ pullRequests: opened }))[0]?.credits).toMatchObject([{ name: 'ann' }]);
  });
});

describe('base branches', () => {
  const defaultBranches = [{ repository: 'linuxkit/linuxkit', names: ['main', 'master'] }];
  const pullRequests = [
    pull(1, { base: 'master' }),
    pull(2, { base: 'release-1.2', references: [refers(1, 'backports')] }),
    pull(3, { base: 'next/a' }),
  ];
  const bases = (input: ConfigInput) =>
    entriesOf(view({ pullRequests, defaultBranches }, input)).map(({ base }) => base);

  test('other than the default are marked; globs name more of it', () => {
    expect(bases({})).toEqual([null, 'release-1.2', 'next/a']);
    expect(bases({ branches: { default: ['next/*'] } })).toEqual([null, 'release-1.2', null]);
    expect(entriesOf(view({ pullRequests, defaultBranches }))[1]?.backports).toMatchObject([
      { label: '#1' },
    ]);
  });

  test('have a section of their own, or are left out and counted', () => {
    const { merged } = view({ pullRequests, defaultBranches }, { branches: { others: 'section' } });
    expect(merged.at(-1)).toMatchObject({ id: 'other-branches', title: 'Other branches' });
    expect(merged.at(-1)?.entries).toHaveLength(2);
    const without = view({ pullRequests, defaultBranches }, { branches: { others: 'exclude' } });
    expect(without.excluded).toBe(2);
    expect(entriesOf(without)).toHaveLength(1);
  });

  test('are not marked where the default branch is unknown', () => {
    expect(entriesOf(view({ pullRequests })).map(({ base }) => base)).toEqual([null, null, null]);
  });
});

describe('labels that an editor sets', () => {
  const marked = (label: string) => ({ labels: [label] });

  test('leave out, keep in, and put first', () => {
    const pullRequests = [
      pull(1),
      pull(2, marked('report:exclude')),
      pull(3, { ...marked('Report:Include'), title: 'skip me' }),
      pull(4, marked('report:highlight')),
    ];
    const composed = view({ pullRequests }, { exclude: { titles: ['^skip'] } });
    expect(textsOf(composed)).toEqual(['Change 4', 'Change 1', 'skip me']);
    expect(composed.highlights.map(({ text }) => text)).toEqual(['Change 4']);
    expect(composed.leftOut).toMatchObject([{ label: '#2', rule: 'mark' }]);
    expect(composed.excluded).toBe(0);
  });

  test('show an issue that few discussed', () => {
    const issues = [1, 2].map((number) =>
      issue(number, {
        labels: number === 1 ? ['report:include'] : [],
        activity: [{ did: 'commented', by: user('ann'), at: '2017-05-02T00:00:00Z' }],
      }),
    );
    const { issues: shown } = view({ issues }, { limits: { issues: 0 } });
    expect(shown.map(({ text }) => text)).toEqual(['Problem 1']);
  });
});

test('a pull request that asks not to be in the changelog is left out, and named', () => {
  const composed = view({ pullRequests: [pull(1, { changelog: 'skip' })] });
  expect(entriesOf(composed)).toEqual([]);
  expect(composed.leftOut).toMatchObject([{ label: '#1', evidence: 'changelog skip' }]);
});

test('a rollup gives its place to what it merged', () => {
  const rollup = pull(83, { references: [refers(81, 'includes'), refers(82, 'includes')] });
  const composed = view({ pullRequests: [pull(81), pull(82), rollup] });
  expect(textsOf(composed)).toEqual(['Change 81', 'Change 82']);
  expect(composed.leftOut).toMatchObject([{ label: '#83', evidence: '#81, #82' }]);
  // What is not in the report can't take its place.
  expect(textsOf(view({ pullRequests: [pull(81), rollup] }))).toHaveLength(2);
});

describe('credits', () => {
  const work = pull(1, {
    author: user('ann'),
    coAuthors: [user('bob'), { login: null, name: 'Pair', type: 'user' }, bot('claude')],
    references: [closes(9)],
    activity: [
      { did: 'merged', by: user('maintainer'), at: '2017-05-03T00:00:00Z' },
      { did: 'reviewed', by: user('reader'), at: '2017-05-02T00:00:00Z' },
      { did: 'commented', by: user('bob'), at: '2017-05-01T00:00:00Z' },
    ],
  });
  const names = (input: ConfigInput, parts: Partial<Snapshot> = {}) =>
    entriesOf(view({ pullRequests: [work], ...parts }, input))[0]?.credits.map(({ name }) => name);

  test('thank everybody once; in a clone, those who wrote the change', () => {
    expect(names({})).toEqual(['ann', 'bob', 'Pair', 'reader', 'maintainer']);
    const { collected } = snapshot();
    expect(names({}, { collected: { ...collected, source: 'git', knows: [] } })).toEqual([
      'ann',
      'bob',
      'Pair',
    ]);
  });

  test('thank whom the config chooses, and nobody whom it leaves out', () => {
    expect(names({ credits: ['reviewer', 'merger'] })).toEqual(['reader', 'maintainer']);
    expect(names({ credits: ['author'] })).toEqual(['ann']);
    expect(names({ exclude: { authors: ['Reader', 'bob'] } })).toEqual([
      'ann',
      'Pair',
      'maintainer',
    ]);
  });
});

describe('releases', () => {
  const release = (tag: string, pulls?: number[]) => ({
    ...{ repository: 'linuxkit/linuxkit', tag, name: null, publishedAt: '2017-05-04T00:00:00Z' },
    ...(pulls && { pulls }),
  });
  const pullRequests = [pull(1), pull(2, { title: 'skip: me' })];
  const releases = [release('v1', [1, 2]), release('v2', []), release('v3')];

  test('have the pull requests they contain first, without what is left out; null for unknown', () => {
    const composed = view({ pullRequests, releases }, { exclude: { titles: ['^skip'] } });
    expect(composed.releases.map(({ tag, pulls }) => [tag, pulls])).toMatchObject([
      ['v1', [{ number: 1, state: 'merged', label: { markdown: '#1' } }]],
      ['v2', []],
      ['v3', null],
    ]);
    const { releases: written } = toReportJson(composed, '2017-05-08');
    expect(written.map(({ pulls }) => pulls)).toEqual([['linuxkit/linuxkit#1'], [], null]);
  });
});
