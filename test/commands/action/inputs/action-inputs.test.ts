import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../../src/commands/action/inputs/action-inputs.ts';
import { inputDefault, inputNames } from '../../../../src/commands/action/inputs/input-schema.ts';
import { UsageError } from '../../../../src/errors.ts';
import { runs } from '../../../support/runs.ts';

/** As the runner sets them. */
function variablesOf(inputs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

const read = (inputs: Record<string, string>) =>
  readInputs({ HOME: '/root', ...variablesOf(inputs) });

function problems(inputs: Record<string, string>): string[] {
  try {
    read(inputs);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.code).toBe('input-invalid');
    expect(error.hint).toContain('docs/action.md');
    return error.lines.slice(1).map((line) => line.trim());
  }
  return [];
}

/** What the runner sets where a workflow says nothing. */
const defaults = Object.fromEntries(inputNames.map((name) => [name, inputDefault(name) ?? '']));

describe('inputs', () => {
  test('have defaults', () => {
    const { token, ...others } = read({});
    expect(token).toBeUndefined();
    expect(others).toEqual({
      mode: 'pull-request',
      repositories: [],
      organizations: [],
      source: 'auto',
      seen: [],
      branch: 'devreport/{date}',
      signoff: false,
      prTitle: '{title}',
      draft: 'create',
      labels: [],
      assignees: [],
      reviewers: [],
      teamReviewers: [],
      check: 'report',
      strict: false,
      wait: false,
      dryRun: false,
      summary: true,
    });
    expect(read(defaults)).toEqual(read({}));
  });

  test('are read by their meaning', () => {
    expect(
      read({
        'pr-title': '  Report of {date}\n',
        labels: 'report, weekly\n\n docs \r\n',
        repositories: 'acme/widgets\nacme/gadgets',
        reviewers: '@octocat, renovate[bot]',
        'team-reviewers': '@acme/docs,writers',
        'dry-run': 'True',
        summary: 'FALSE',
        'max-warnings': '0',
        output: 'docs/reports/2017-05-08.md',
        week: ' 2017-W18 ',
        publish: './_site/',
        'publish-base': 'https://name.github.io/project',
      }),
    ).toMatchObject({
      prTitle: 'Report of {date}',
      labels: ['report', 'weekly', 'docs'],
      repositories: ['acme/widgets', 'acme/gadgets'],
      reviewers: ['octocat', 'renovate[bot]'],
      teamReviewers: ['acme/docs', 'writers'],
      dryRun: true,
      summary: false,
      maxWarnings: 0,
      output: 'docs/reports/2017-05-08.md',
      week: '2017-W18',
      publish: '_site',
      publishBase: 'https://name.github.io/project',
    });
  });

  test.each([
    ['strict', 'yes', 'strict: expected true or false, found "yes"'],
    ['mode', 'push', 'mode: expected "pull-request" | "commit" | "none" | "publish", found "push"'],
    ['max-warnings', '-1', 'max-warnings: expected a whole number, found "-1"'],
    [
      'repositories',
      'a/b, widgets',
      'repositories: expected a repository like linuxkit/linuxkit, found "widgets"',
    ],
    ['reviewers', 'a b', 'reviewers: expected a login like octocat, found "a b"'],
    [
      'output',
      '../x.md',
      'output: expected a path inside of the repository, like reports/2017-05-08.md, found "../x.md"',
    ],
    [
      'output',
      '/etc/x.md',
      'output: expected a path inside of the repository, like reports/2017-05-08.md, found "/etc/x.md"',
    ],
    [
      'snapshot',
      'a/.git/config',
      'snapshot: expected a path inside of the repository, like reports/2017-05-08.md, found "a/.git/config"',
    ],
    [
      'publish',
      '../site',
      'publish: expected a folder inside of the repository, like site, found "../site"',
    ],
    ['publish', '.', 'publish: expected a folder inside of the repository, like site, found "."'],
  ])('%s %s is refused', (name, value, message) => {
    expect(problems({ [name]: value })).toEqual([message]);
  });

  test('publish-base is an address', () => {
    expect(problems({ publish: 'site', 'publish-base': 'name.github.io' })).toEqual([
      'publish-base: expected an address like https://name.github.io/project/, or a path like /project/, found "name.github.io"',
    ]);
  });

  test.each([
    ['pr_title', 'pr-title'],
    ['label', 'labels'],
    ['repo', 'repositories'],
    ['repository', 'repositories'],
    ['org', 'organizations'],
    ['title', 'pr-title'],
    ['dryrun', 'dry-run'],
    ['body', null],
    ['x', null],
  ])('%s is unknown', (name, near) => {
    expect(problems({ [name]: 'x' })).toEqual([
      `${name}: unknown input${near === null ? '' : `; did you mean ${near}?`}`,
    ]);
  });

  test.each([
    [
      { week: '2017-W18', month: '2017-05' },
      'month: names another period than week; remove one of them',
    ],
    [
      { since: '2017-05-01', week: '2017-W18' },
      'since: names another period than week; remove one of them',
    ],
    [{ since: '2017-05-01' }, 'since: needs until, the other end of the period'],
    [{ until: '2017-05-01' }, 'until: needs since, the other end of the period'],
    [
      { mode: 'none', branch: 'report' },
      'branch: has no meaning with mode: none; remove one of them',
    ],
    [{ mode: 'none', labels: 'a' }, 'labels: has no meaning with mode: none; remove one of them'],
    [
      { mode: 'none', signoff: 'true' },
      'signoff: has no meaning with mode: none; remove one of them',
    ],
    [
      { mode: 'commit', draft: 'never' },
      'draft: has no meaning with mode: commit; remove one of them',
    ],
    [
      { check: 'off', 'max-warnings': '3' },
      'max-warnings: has no meaning with check: off; remove one of them',
    ],
    [
      { mode: 'publish', week: '2017-W18' },
      'week: has no meaning with mode: publish; remove one of them',
    ],
    [
      { mode: 'publish', check: 'fail' },
      'check: has no meaning with mode: publish; remove one of them',
    ],
    [
      { 'publish-base': 'https://x.org/' },
      'publish-base: has no meaning without publish, the folder of the site',
    ],
    [{ base: 'main', branch: 'main' }, 'base: is the same as branch, main'],
    [{ snapshot: 'a.json', source: 'a.json' }, 'snapshot: is the same as source, a.json'],
  ])('%o contradict each other', (inputs, message) => {
    expect(problems(inputs)).toEqual([message]);
    // With the defaults of all others, as the runner sets them.
    expect(problems({ ...defaults, ...inputs })).toEqual([message]);
  });

  test.each([
    { since: '2017-05-01', until: '2017-05-07' },
    { mode: 'none', draft: 'create', branch: 'devreport/{date}' },
    { mode: 'commit', 'commit-message': 'Report', signoff: 'true', base: 'reports' },
    { check: 'report', 'max-warnings': '3' },
    { week: '', month: '2017-05' },
    { mode: 'publish', 'publish-base': '/project/', config: 'docs/devreport.yml' },
    { publish: 'site', 'publish-base': '/project/', 'pr-title': 'Report' },
  ])('%o agree', (inputs) => {
    expect(problems({ ...defaults, ...inputs })).toEqual([]);
  });

  test('all mistakes are named at once', () => {
    expect(problems({ lables: 'a', strict: '1', mode: 'none', milestone: '2' })).toHaveLength(3);
  });

  test('never crash, whatever they have', () => {
    const name = fc.oneof(fc.constantFrom(...inputNames), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'binary', maxLength: 20 })), (inputs) => {
        expect(() => problems(inputs)).not.toThrow();
      }),
      runs(100),
    );
  });
});
