import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categorise } from '../../src/categorise/categorise.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import type { Issue, PullRequest } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { bot, closes, files, issue, pull, snapshot, user } from '../support/snapshot.ts';
import { runs } from '../support/runs.ts';

/** The section of a pull request, and the rule and evidence that decided. */
function decide(input: ConfigInput, parts: Partial<PullRequest>, issues: Issue[] = []) {
  const { merged } = categorise(
    snapshot({ pullRequests: [pull(1, parts)], issues }),
    config(input),
  );
  const decision = merged[0]?.decision;
  return decision && [decision.section, decision.rule, decision.evidence];
}

const sections: ConfigInput['sections'] = [
  { title: 'Core', claims: 2, paths: ['src/**'], labels: ['area/core'], titles: ['^core:'] },
  {
    title: 'Kernel',
    claims: 1,
    paths: ['kernel/**'],
    labels: ['area/kernel'],
    titles: ['^kernel[:/]'],
  },
];

describe('evidence, strongest first', () => {
  const everything = {
    title: 'core: x',
    labels: ['area/kernel'],
    files: files('kernel/a'),
    references: [closes(7)],
  };

  test('an override beats labels', () => {
    expect(decide({ sections, overrides: { 'LinuxKit/linuxkit#1': 'core' } }, everything)).toEqual([
      'core',
      'override',
      'linuxkit/linuxkit#1',
    ]);
  });

  test('a report/ label beats labels', () => {
    expect(decide({ sections }, { ...everything, labels: ['area/kernel', 'report/Core'] })).toEqual(
      ['core', 'override', 'report/Core'],
    );
  });

  test('a report/ label of an unknown section is ignored', () => {
    expect(decide({ sections }, { labels: ['report/nope'] })).toEqual(['core', 'fallback', '']);
  });

  test('overrides and report/ labels match in any case', () => {
    const overrides = { 'LinuxKit/LinuxKit#1': 'kernel' };
    expect(decide({ sections, overrides }, {})?.slice(0, 2)).toEqual(['kernel', 'override']);
    expect(decide({ sections }, { labels: ['Report/Kernel'] })?.slice(0, 2)).toEqual([
      'kernel',
      'override',
    ]);
  });

  test('labels beat titles', () => {
    expect(decide({ sections }, everything)).toEqual(['kernel', 'labels', 'area/kernel']);
  });

  test('titles beat the labels of resolved issues', () => {
    const kernelIssue = issue(7, { labels: ['area/kernel'] });
    expect(decide({ sections }, { ...everything, labels: [] }, [kernelIssue])).toEqual([
      'core',
      'titles',
      'core: x',
    ]);
  });

  test('the labels of resolved issues beat paths', () => {
    const coreIssue = issue(7, { labels: ['AREA/core'] });
    expect(decide({ sections }, { ...everything, title: 'x', labels: [] }, [coreIssue])).toEqual([
      'core',
      'issue-labels',
      'AREA/core',
    ]);
  });

  test('a mentioned issue does not count', () => {
    const coreIssue = issue(7, { labels: ['area/core'] });
    const references = [{ ...closes(7), relation: 'mentions' as const }];
    expect(decide({ sections }, { files: files('kernel/a'), references }, [coreIssue])?.[0]).toBe(
      'kernel',
    );
  });

  test('without evidence the fallback decides', () => {
    expect(decide({ sections, fallback: 'kernel' }, { files: files('README.md') })).toEqual([
      'kernel',
      'fallback',
      '',
    ]);
  });
});

describe('claims', () => {
  const bump = files(
    'kernel/Makefile',
    ...Array.from({ length: 70 }, (_, i) => `src/example${i}.yml`),
  );

  test('one matching file of many is enough for the section that claims first', () => {
    expect(decide({ sections }, { files: bump })?.[0]).toBe('kernel');
  });

  test('a share requires that part of the files', () => {
    const shared = sections.map((section) => ({ ...section, share: 0.5 }));
    expect(decide({ sections: shared }, { files: bump })?.[0]).toBe('core');
    // Exactly that part is enough.
    expect(decide({ sections: shared }, { files: files('kernel/a', 'src/b') })?.[0]).toBe('kernel');
  });

  test('a renamed file counts where it was, too', () => {
    const moved = [{ path: 'src/a', previousPath: 'kernel/a', additions: 0, deletions: 0 }];
    expect(decide({ sections }, { files: moved })?.[0]).toBe('kernel');
  });

  test('without paths, labels and the title decide', () => {
    expect(
      decide({ sections }, { files: null, filesComplete: false, title: 'kernel/x' })?.[0],
    ).toBe('kernel');
    expect(decide({ sections }, { files: null, filesComplete: false })?.[1]).toBe('fallback');
  });

  test('globs match hidden files', () => {
    expect(
      decide(
        { sections: [{ title: 'A' }, { title: 'CI', paths: ['.github/**'] }] },
        { files: files('.github/x/.y') },
      )?.[0],
    ).toBe('ci');
  });

  test('a decision lists the claims that would have come next', () => {
    const { merged } = categorise(
      snapshot({
        pullRequests: [pull(1, { title: 'core: x', files: files('src/a', 'kernel/b') })],
      }),
      config({ sections }),
    );
    expect(
      merged[0]?.decision.next.map(({ section, rule, evidence }) => [section, rule, evidence]),
    ).toEqual([
      ['kernel', 'paths', 'kernel/b'],
      ['core', 'paths', 'src/a'],
      ['core', 'fallback', ''],
    ]);
  });
});

describe('sections of repositories', () => {
  const withTool: ConfigInput['sections'] = [
    ...sections,
    { title: 'Tool', repositories: ['Moby/tool'] },
  ];

  test('claim everything in these repositories, before labels', () => {
    const parts = { repository: 'moby/tool', labels: ['area/kernel'] };
    expect(decide({ sections: withTool }, parts)).toEqual(['tool', 'repositories', 'moby/tool']);
  });

  test('match repositories in any case', () => {
    const parts = { repository: 'moby/Tool' };
    expect(decide({ sections: withTool }, parts)).toEqual(['tool', 'repositories', 'moby/Tool']);
  });

  test('claim nothing in other repositories', () => {
    expect(decide({ sections: withTool }, { labels: ['area/kernel'] })?.[0]).toBe('kernel');
  });

  test('that have other rules, claim by those', () => {
    const ruled = [
      ...sections,
      { title: 'Tool docs', repositories: ['moby/tool'], paths: ['docs/**'] },
    ];
    expect(
      decide({ sections: ruled }, { repository: 'moby/tool', files: files('docs/a') })?.[0],
    ).toBe('tool-docs');
    expect(
      decide({ sections: ruled }, { repository: 'moby/tool', files: files('src/a') })?.[0],
    ).toBe('core');
    expect(decide({ sections: ruled }, { files: files('docs/a') })?.[1]).toBe('fallback');
  });
});

describe('exclusions', () => {
  const left = (
    exclude: ConfigInput['exclude'],
    parts: Partial<PullRequest>,
    input: ConfigInput = {},
  ) =>
    categorise(
      snapshot({ pullRequests: [pull(1, parts)] }),
      config({ ...input, exclude }),
    ).excluded.map(({ exclusion }) => [exclusion.rule, exclusion.evidence]);

  test.each<[NonNullable<ConfigInput['exclude']>, Partial<PullRequest>, [string, string][]]>([
    [{ authors: ['@dependabot[bot]'] }, { author: bot('dependabot') }, [['authors', 'dependabot']]],
    [{ labels: ['skip-*'] }, { labels: ['Skip-Report'] }, [['labels', 'Skip-Report']]],
    [{ titles: ['^wip'] }, { title: '[WIP] x' }, []],
    [{ titles: ['^\\[wip'] }, { title: '[WIP] x' }, [['titles', '[WIP] x']]],
    [{ paths: ['docs/**'] }, { files: files('docs/a', 'docs/b') }, [['paths', 'docs/a']]],
    [{ paths: ['docs/**'] }, { files: files('docs/a', 'src/b') }, []],
    [{ paths: ['docs/**'] }, { files: null }, []],
    [{ paths: ['docs/**'] }, { files: [] }, []],
  ])('%j', (exclude, parts, expected) => {
    expect(left(exclude, parts)).toEqual(expected);
  });

  test('bots: exclude leaves out the pull requests of bots, not of people', () => {
    expect(left({}, { author: bot('renovate') }, { bots: 'exclude' })).toEqual([
      ['bots', 'renovate'],
    ]);
    expect(left({}, { author: user('rn') }, { bots: 'exclude' })).toEqual([]);
  });
});

test('every merged pull request is decided once, or excluded', () => {
  const title = fc.constantFrom('core: a', 'kernel/x', 'wip', 'docs');
  const path = fc.constantFrom('src/a', 'kernel/b', 'docs/c', 'README.md');
  const label = fc.constantFrom('area/core', 'area/kernel', 'skip', 'report/core');
  const pulls = fc.array(
    fc.record({
      title,
      labels: fc.array(label, { maxLength: 3 }),
      files: fc.option(fc.array(path, { maxLength: 4 }).map((paths) => files(...paths))),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(pulls, (parts) => {
      const pullRequests = parts.map((part, index) => pull(index + 1, part));
      const settings = config({ sections, exclude: { labels: ['skip'], paths: ['docs/**'] } });
      const { merged, excluded } = categorise(snapshot({ pullRequests }), settings);
      const numbers = [
        ...merged.map(({ pull: { number } }) => number),
        ...excluded.map(({ item }) => ('number' in item ? item.number : 0)),
      ];
      expect(numbers.toSorted((a, b) => a - b)).toEqual(pullRequests.map(({ number }) => number));
    }),
    runs(100),
  );
});

test('a pull request merged before the period, with activity in it, is not among the merged', () => {
  const earlier = pull(1, { mergedAt: '2017-04-30T23:59:59Z' });
  const { merged, pullRequests } = categorise(
    snapshot({ pullRequests: [earlier, pull(2)] }),
    config({}),
  );
  expect(merged.map(({ pull: { number } }) => number)).toEqual([2]);
  expect(pullRequests).toHaveLength(2);
});

test('no pattern of a config takes longer than its text, in sections and exclusions', () => {
  const titles = ['^(.+)+x$', '(\\w+\\s?)+\\$'];
  const paths = ['*a*a*a*a*a*a*a*b', '+(+(+(?)))b', '**/**/**/**/**/b'];
  const labels = ['+(+(a))b', '*a*a*a*a*a*a*b'];
  const { merged } = categorise(
    snapshot({
      pullRequests: [
        pull(1, {
          title: 'a'.repeat(5_000),
          labels: ['a'.repeat(5_000)],
          files: files('a'.repeat(5_000), 'a/'.repeat(2_500)),
        }),
      ],
    }),
    config({
      sections: [
        { title: 'A', titles, labels, paths },
        { title: 'B', repositories: ['linuxkit/linuxkit'], titles },
      ],
      exclude: { titles, labels, paths },
    }),
  );
  expect(merged[0]?.decision.rule).toBe('fallback');
});
