import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputNames } from '../../../src/commands/action/inputs/output-schema.ts';
import { type Failure, serverError, socket, somethingWentWrong } from '../../github/failures.ts';
import { secondaryLimit, truncatedBody } from '../../github/failures.ts';
import { afterEffect, beforeEffect, contentLimit } from '../../github/write-failures.ts';
import type { Mutation } from '../../github/write/mutations.ts';
import { factor, runs } from '../../support/runs.ts';
import { lostFrom, writtenLines } from './editing.ts';
import { type EditorAction, editorAction, Editors, outside } from './editor-actions.ts';
import { config, merged, Project, REPOSITORY, type StepResult } from './support.ts';

const failures: Failure[] = [
  beforeEffect(serverError(502, 'html')),
  afterEffect(serverError(502)),
  beforeEffect(somethingWentWrong()),
  afterEffect(somethingWentWrong()),
  contentLimit({ retryAfter: 0 }),
  secondaryLimit({ status: 200, retryAfter: 1 }),
  socket('lost'),
  beforeEffect(socket('cut')),
  truncatedBody(),
];

const mutations = ['createRef', 'createCommitOnBranch', 'createPullRequest', 'updatePullRequest'];

/** What happens before a run, during it, and to its requests. */
interface Round {
  actions: EditorAction[];
  news: number;
  meanwhile: { when: 'before' | 'after'; mutation: string; action: EditorAction } | null;
  failing: { failure: Failure; on: number } | null;
}

const round: fc.Arbitrary<Round> = fc.record({
  actions: fc.array(editorAction, { maxLength: 3 }),
  news: fc.nat(2),
  meanwhile: sometimes(
    fc.record({
      when: fc.constantFrom('before', 'after'),
      mutation: fc.constantFrom(...mutations),
      action: editorAction,
    }),
  ),
  failing: sometimes(fc.record({ failure: fc.constantFrom(...failures), on: fc.nat(14) })),
});

function sometimes<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 1, arbitrary: value }, { weight: 2, arbitrary: fc.constant(null) });
}

/** The Mondays that reports are made on. */
const mondays = [
  '2017-05-08',
  '2017-05-15',
  '2017-05-22',
  '2017-05-29',
  '2017-06-05',
  '2017-06-12',
  '2017-06-19',
];

const week = fc.array(round, { minLength: 2, maxLength: 3 });
const inputs = fc.record({
  check: fc.constantFrom('off', 'off', 'report'),
  draft: fc.constantFrom('create', 'always', 'never'),
});

/** A report with its branch, on which every commit of the Action is looked at. */
class Week {
  readonly project: Project;
  readonly editors: Editors;
  readonly #inputs: Record<string, string>;
  readonly #monday: string;
  /** Whether the next run has nothing to do. */
  #isSettled = false;

  constructor(project: Project, monday: string, given: Record<string, string>) {
    this.project = project;
    this.#monday = monday;
    this.#inputs = { ...given, summary: 'false', week: monday };
    this.editors = new Editors(project, `devreport/${monday}`, `reports/${monday}.md`);
  }

  async run({ actions, news, meanwhile, failing }: Round): Promise<void> {
    const { github } = this.project;
    for (const action of actions) this.editors.act(action);
    for (let count = 0; count < news; count += 1) this.#merge();
    const undo: (() => void)[] = [];
    if (failing) undo.push(github.fail(failing.failure, { on: failing.on + 1, times: 1 }));
    if (meanwhile) {
      const { when, mutation, action } = meanwhile;
      const hook = () => {
        stop();
        this.editors.act(action);
      };
      const stop =
        when === 'before'
          ? github.beforeMutation(mutation, hook)
          : github.afterMutation(mutation, hook);
      undo.push(stop);
    }
    await this.#step();
    for (const each of undo) each();
    if (failing || meanwhile) this.#isSettled = false;
  }

  /** A run without news after an undisturbed one has nothing to do. */
  async settle(): Promise<void> {
    if (!this.#isSettled) await this.#step();
    if (this.#isSettled) expect(await this.#step()).toEqual([]);
  }

  /** @returns the mutations that were sent */
  async #step(): Promise<string[]> {
    const { github } = this.project;
    const before = github.mutations.length;
    const result = await this.project.step(this.#inputs);
    const sent = github.mutations.slice(before);
    for (const one of sent) this.#expectHarmless(one);
    this.#expectOutputs(result);
    expect(this.#opened()).toBeLessThanOrEqual(1);
    this.#isSettled = result.exitCode === 0;
    return sent.map(({ name }) => name);
  }

  #merge(): void {
    const repository = this.project.github.data.repository(REPOSITORY);
    const numbers = (repository?.list('PullRequest') ?? []).map(({ number }) => number);
    const day = Number(this.#monday.slice(-2)) - 3;
    const date = `${this.#monday.slice(0, 8)}${String(day).padStart(2, '0')}T10:00:00Z`;
    const dates = { createdAt: date, mergedAt: date };
    repository?.add('PullRequest', merged(Math.max(...numbers) + 1, dates));
  }

  #expectHarmless({ name, input }: Mutation): void {
    const { branch, path } = this.editors;
    const { additions, deletions, ...rest } = (input['fileChanges'] ?? {}) as {
      additions?: { path: string }[];
      deletions?: unknown;
    };
    switch (name) {
      case 'createRef':
        expect(input['name']).toBe(`refs/heads/${branch}`);
        return;
      case 'createCommitOnBranch':
        expect(input['branch']).toMatchObject({ branchName: branch });
        expect([additions?.map((one) => one.path), deletions ?? [], rest]).toEqual([
          [path],
          [],
          {},
        ]);
        return;
      case 'createPullRequest':
        expect(input).toMatchObject({ headRefName: branch, baseRefName: 'main' });
        return;
      case 'updatePullRequest':
        expect(Object.keys(input).sort()).toEqual(['body', 'pullRequestId']);
        return;
      default:
        expect(['createCheckRun', 'convertPullRequestToDraft']).toContain(name);
    }
  }

  #expectOutputs({ exitCode, outputs, annotations, log }: StepResult): void {
    expect(log).not.toMatch(/unexpected error|bug of devreport/);
    expect([0, 1, 2, 3], log).toContain(exitCode);
    const names = Object.keys(outputs);
    if (names.length > 0) expect(names).toEqual(outputNames);
    if (exitCode > 1) expect(annotations.filter(({ name }) => name === 'error')).toHaveLength(1);
  }

  /** How many pull requests the Action has opened from the branch. */
  #opened(): number {
    return this.editors.pullRequests.filter(({ author }) => author?.login === 'github-actions')
      .length;
  }
}

/** Looks at each change of the Action: whether it takes away what a person wrote. */
function watch({ github }: Project): void {
  const repository = github.data.repository(REPOSITORY);
  github.beforeMutation('createCommitOnBranch', ({ input }) => {
    const { additions } = input['fileChanges'] as {
      additions: { path: string; contents: string }[];
    };
    const parent = repository?.git.commit(String(input['expectedHeadOid']));
    for (const { path, contents } of additions) {
      const blob = parent?.files.get(path)?.blob;
      const before = blob ? Buffer.from(blob.bytes).toString() : '';
      const after = Buffer.from(contents, 'base64').toString();
      const lost = lostFrom(writtenLines(before), writtenLines(after));
      expect(lost, `before:\n${before}\nafter:\n${after}`).toEqual([]);
    }
  });
  // GitHub writes a body whatever it was: what comes between this and the change is out of reach.
  github.beforeMutation('updatePullRequest', ({ input }) => {
    const pull = repository?.list('PullRequest').find(({ id }) => id === input['pullRequestId']);
    if ('body' in input) expect(outside(String(input['body']))).toBe(outside(pull?.body ?? ''));
  });
}

test('no word of an editor is lost and no pull request opened twice, whatever happens between and during runs', async () => {
  // CI writes several reports in each story.
  const length = factor > 1 ? mondays.length : 1;
  const weeks = fc.array(week, { minLength: length, maxLength: length });
  await fc.assert(
    fc.asyncProperty(weeks, inputs, async (rounds, given) => {
      const project = await Project.start({
        files: { 'devreport.yml': config },
        pullRequests: [merged(1), merged(2), merged(3)],
        branches: { next: { from: 'main' } },
      });
      watch(project);
      try {
        for (const [index, all] of rounds.entries()) {
          const one = new Week(project, mondays[index] ?? '', given);
          project.github.now = `${mondays[index] ?? ''}T06:00:00Z`;
          for (const each of all) await one.run(each);
          await one.settle();
        }
      } finally {
        await project.github.close();
      }
    }),
    { ...runs(16), endOnFailure: true },
  );
});
