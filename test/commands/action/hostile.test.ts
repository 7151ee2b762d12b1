import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { commandsIn } from '../../support/runner.ts';
import { BRANCH, merged, PATH, Project, type ProjectOptions, REPOSITORY } from './support.ts';

let project: Project;
afterEach(() => project.github.close());

const sent = () => project.github.mutations.map(({ name, outcome }) => `${name} ${outcome}`);

/** The one error of a step that could not be done, of which nothing else is known outside. */
async function refusal(inputs: Record<string, string>): Promise<string> {
  const { exitCode, annotations, log } = await project.step(inputs);
  expect([2, 3]).toContain(exitCode);
  expect(log).not.toMatch(/^ +at /m);
  expect(log.replace(/^::add-mask::.*$/gm, '')).not.toContain(inputs['token'] ?? '?');
  expect(annotations).toMatchObject([{ name: 'error' }]);
  return annotations[0]?.data ?? '';
}

describe('inputs that can’t be meant', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ branch: 'main' }, /"main" is the base itself[^]*mode: commit/],
    [{ output: '../x.md' }, /output: expected a path inside/],
    [{ output: 'a/.GIT/config' }, /output: expected a path inside/],
    [{ config: '../devreport.yml' }, /config: expected a path inside/],
    [{ template: '../../etc/passwd' }, /template: expected a path inside/],
    [{ branch: '-x' }, /begins with a hyphen/],
    [{ base: 'no such' }, /has no branch "no such"/],
    [{ week: '2017-W99' }, /no week 99/],
    [{ 'pr-title': '\u200B' }, /pr-title gives an empty line/],
    [{ 'pr-title': '{nope}' }, /Unknown placeholder \{nope\} in pr-title/],
    [{ 'commit-message': '\u202E' }, /commit-message gives an empty line/],
    [{ snapshot: 'folder' }, /Cannot write folder \(EISDIR\)/],
    [{ token: 'ab\ncd' }, /token has characters that no token has/],
    [{ 'read-token': 'ab\u2028cd' }, /read-token has characters that no token has/],
  ])('%j', async (inputs, message) => {
    project = await Project.start();
    mkdirSync(join(project.workspace, 'folder'), { recursive: true });
    expect(await refusal(inputs)).toMatch(message);
    expect(sent()).toEqual([]);
  });
});

describe('what GitHub refuses', () => {
  test.each<[string, ProjectOptions, RegExp]>([
    [
      'a token without scopes',
      { as: { kind: 'personal', scopes: [] } },
      /may not change acme\/app\. \(Your token has not been granted[^]*contents: write/,
    ],
    ['an archived repository', { repository: { isArchived: true } }, /is archived[^]*Unarchive/],
    [
      'a branch that would be a folder',
      { branches: { [`${BRANCH}/more`]: { from: 'main' } } },
      /can't have the branch[^]*input branch to another name/,
    ],
    [
      'a private repository without contents: read',
      { repository: { isPrivate: true }, as: { kind: 'action', permissions: { issues: 'read' } } },
      /without contents: read/,
    ],
  ])('%s', async (_, options, message) => {
    project = await Project.start(options);
    expect(await refusal({})).toMatch(message);
  });

  test('a milestone whose number is none, when the pull request is open', async () => {
    project = await Project.start();
    const { exitCode, outputs, annotations } = await project.step({ milestone: '99999999999' });
    expect(exitCode).toBe(3);
    expect(outputs).toMatchObject({ operation: 'created', 'pull-request-number': '3' });
    expect(annotations[0]?.data).toContain('no milestone "99999999999"');
  });
});

describe('what others have made', () => {
  const foreign = [
    ...['::error::owned', '::stop-commands::token', 'a\n::error::owned', 'a\u2028::error::owned'],
    ...['\u202Egnp', '<!-- devreport:end -->', '{{title}} {{{x}}}', 'x'.repeat(10_000)],
    ...['##[error]owned', '%0A::error::owned', '-->', '<!-- devreport record', '@everyone #1'],
  ];

  test('titles command nothing and end no part of a body', async () => {
    const pullRequests = foreign.map((title, index) => merged(index + 1, { title, body: title }));
    project = await Project.start({ pullRequests });
    for (const operation of ['created', 'unchanged']) {
      const { exitCode, outputs, log } = await project.step();
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ operation, merged: String(foreign.length) });
      const names = new Set(commandsIn(log).map(({ name }) => name));
      expect(
        [...names].filter((name) => !['add-mask', 'warning', 'notice'].includes(name)),
      ).toEqual([]);
      expect(log).not.toMatch(/[\u202E\u2028]/);
    }
    const body = project.github.editor.openFrom(REPOSITORY, BRANCH)[0]?.body ?? '';
    expect(body.match(/devreport:end -->/g)).toHaveLength(1);
  });

  test('pull requests of forks hide none of the repository’s own', async () => {
    project = await Project.start();
    await project.step();
    project.github.editor.close('acme/app#3');
    for (let count = 0; count < 45; count += 1)
      project.github.editor.open(REPOSITORY, BRANCH, {
        ...{ headRepository: 'eve/app', author: 'eve' },
        createdAt: '2017-05-08T07:00:00Z',
      });
    project.github.data.repository(REPOSITORY)?.add('PullRequest', merged(90));
    const before = sent();
    expect((await project.step()).outputs).toMatchObject({ operation: 'skipped' });
    expect(sent()).toEqual(before);
  });

  test('a linked report on the branch is not written over', async () => {
    const files = { [PATH]: { symlink: '../devreport.yml' } };
    project = await Project.start({ branches: { [BRANCH]: { from: 'main', files } } });
    expect(await refusal({})).toContain('was not written by devreport');
    expect(sent()).toEqual([]);
  });
});
