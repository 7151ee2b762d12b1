import { expect, test } from 'vitest';
import { entriesIn } from '../../../src/report/draft/draft.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { act, bot, issue, pull, snapshot, user } from '../../support/snapshot.ts';
import { deskOf, layoutFacts } from '../desk-of.ts';

const REPOSITORY = 'linuxkit/linuxkit';
const sections = [
  { id: 'core', title: 'Core' },
  { id: 'kernel', title: 'Kernel', paths: ['kernel/**'] },
];

test('an item has all that an editor wants to know of it', async () => {
  const item = pull(7, {
    title: 'kernel: \u202Eupdate',
    body: 'Because.\r\n',
    labels: ['kind/bug'],
    files: [{ path: 'kernel/a', additions: 3, deletions: 1 }],
    note: 'Kernels\nbuild.',
    author: { login: 'Octo', name: 'Octo Cat', type: 'user' },
    coAuthors: [{ login: null, name: 'Ada L.', type: 'user' }],
    activity: [act('reviewed', 'mona'), act('reviewed', 'mona'), act('commented', 'octo')],
  });
  const { desk } = await deskOf(snapshot({ pullRequests: [item] }), { sections });
  expect(desk.facts.items).toEqual([
    {
      ...{ id: `${REPOSITORY}#7`, label: '#7', kind: 'pull', state: 'merged', list: 'merged' },
      url: `https://github.com/${REPOSITORY}/pull/7`,
      title: 'kernel: update',
      why: [
        'state    merged 2017-05-03T10:00:00Z into master',
        'draft    under “PRs merged › Kernel”',
        'section  Kernel, because of its paths: kernel/a (kernel/**)',
        'next     Core, the fallback, which takes what no section claims',
        'credits  @Octo: author, commented',
        '         Ada L.: co-author',
        '         @mona: reviewed 2 times',
      ],
      section: 'Kernel',
      people: [
        { login: 'Octo', name: 'Octo Cat', did: ['author', 'commented'] },
        { login: null, name: 'Ada L.', did: ['co-author'] },
        { login: 'mona', name: 'mona', did: ['reviewed'] },
      ],
      labels: ['kind/bug'],
      files: [{ path: 'kernel/a', additions: 3, deletions: 1 }],
      note: 'Kernels build.',
      body: 'Because.\r\n',
    },
  ]);
});

test('what the draft leaves out says why', async () => {
  const hash = 'c0ffee0123456789abcdef0123456789abcdef01';
  const commented = [act('commented', 'ann')];
  const open = { state: 'open', mergedAt: null, closedAt: null } as const;
  const { desk } = await deskOf(
    snapshot({
      pullRequests: [
        pull(1, { author: bot('renovate') }),
        pull(2, { ...open, state: 'closed', closedAt: '2017-05-03T10:00:00Z' }),
        pull(3, { ...open, activity: commented }),
      ],
      issues: [
        issue(4, { activity: [act('opened', 'ann'), act('commented', 'bo')] }),
        issue(5, { activity: commented }),
        issue(6, { state: 'closed', closedAt: '2017-05-03T10:00:00Z' }),
        issue(7),
      ],
      commits: [
        {
          ...{ repository: REPOSITORY, hash, title: 'Release', author: user('ann') },
          ...{ coAuthors: [], at: '2017-05-03T10:00:00Z', references: [] },
        },
      ],
    }),
    { bots: 'exclude', limits: { issues: 1 } },
  );
  const shown = desk.facts.items.map(({ label, list, section, why }) => [
    ...[label, list, section],
    why.find((line) => line.startsWith('draft')),
  ]);
  expect(shown).toEqual([
    ['#1', 'excluded', null, 'draft    not in it: the config excludes bots'],
    [
      ...['#2', 'closed', null],
      'draft    not shown: the template weekly leaves out pull requests closed without being merged',
    ],
    [
      ...['#3', 'ongoing', null],
      'draft    not shown: the template weekly leaves out active items that are still open',
    ],
    ['#4', 'issues', 'Issues', 'draft    under “PRs merged › Issues”'],
    ['#5', 'less-active', null, 'draft    not shown: below the limit of 1 issues'],
    ['#6', 'closed', null, 'draft    not shown: the template weekly leaves out closed issues'],
    ['#7', 'ongoing', null, 'draft    not in it: no activity in the period'],
    [
      ...['c0ffee0', 'commits', null],
      'draft    not shown: the config hides commits without a pull request, by commits: hide',
    ],
  ]);
  const others = desk.drafts.others.sections.flatMap(entriesIn);
  expect(others.map(({ bullet }) => bullet.content)).toEqual([
    'Change 1 [#1](https://github.com/linuxkit/linuxkit/pull/1).',
    expect.stringMatching(/^Change 2 \[#2\].* @rneugeba\.$/),
    expect.stringMatching(/^Change 3 /),
    ...[5, 6, 7].map((number): unknown => expect.stringMatching(`^Problem ${number} `)),
    `Release [c0ffee0](https://github.com/${REPOSITORY}/commit/${hash}) @ann.`,
  ]);
});

test.each(['#1757', '#635', '#1746', '#1742'])(
  'of %s it says what `devreport explain` does',
  async (name) => {
    const options = ['explain', name, '--source', 'sample'];
    const { stdout } = await devreport(await temporaryFolder(), options);
    const { pullRequests, issues, ...sample } = layoutFacts('sample');
    const isOwn = ({ repository }: { repository: string }) => repository === REPOSITORY;
    const { desk } = await deskOf({
      ...{ ...sample, repositories: [REPOSITORY] },
      ...{ pullRequests: pullRequests.filter(isOwn), issues: issues.filter(isOwn) },
    });
    const why = desk.facts.items.find(({ label }) => label === name)?.why ?? [];
    const lines = stdout.split('\n');
    const own = (all: readonly string[]) => all.filter((line) => /^(?:state|rank)/.test(line));
    expect(own(why).length).toBeGreaterThan(0);
    expect(own(lines)).toEqual(own(why));
  },
);

test('people complete in the order of the alphabet, bots last, each once', async () => {
  const { desk } = await deskOf(
    snapshot({
      pullRequests: [
        pull(1, {
          author: bot('dependabot'),
          mergedBy: user('Zoe'),
          coAuthors: [{ login: 'ADA', name: 'Ada L.', type: 'user' }],
          activity: [act('commented', 'ada')],
        }),
      ],
      issues: [issue(2, { author: { login: 'ghost', type: 'ghost' } })],
    }),
  );
  expect(desk.facts.people).toEqual([
    { login: 'ADA', name: 'Ada L.' },
    { login: 'Zoe', name: null },
    { login: 'dependabot', name: null },
  ]);
});

test('incomplete facts say what is missing, notes are not missing', async () => {
  const { desk } = await deskOf(layoutFacts('incomplete'));
  expect(desk.facts.complete).toBe(false);
  expect(desk.facts.missing.length).toBeGreaterThan(0);
  const { facts } = (await deskOf(layoutFacts('sample'))).desk;
  expect([facts.complete, facts.missing]).toEqual([true, []]);
  expect([facts.source, facts.collectedAt]).toEqual(['the recorded sample', null]);
});
