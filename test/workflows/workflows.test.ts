import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../docs/documents.ts';
import { actionErrors, workflowErrors } from './github-schema.ts';
import { offeredWorkflows, ownWorkflows, type Step, stepsOf, type Workflow } from './workflows.ts';

const own = await ownWorkflows();
const offered = await offeredWorkflows();
const all = [...own, ...offered];
const each = (workflows: Workflow[]) => workflows.map((one) => [one.name, one] as const);

const isOurs = (uses = '') => uses === './' || /^[\w-]+\/devreport@/.test(uses);
const opensPullRequests = (workflow: Workflow) =>
  stepsOf(workflow).some(({ uses }) => isOurs(uses));
const reporting = all.filter(opensPullRequests);

const action = await readFile(join(root, 'action.yml'), 'utf8');
const { inputs } = parse(action) as { inputs: Record<string, unknown> };

describe('GitHub accepts', () => {
  test('action.yml', async () => {
    expect(await actionErrors(action)).toEqual([]);
  });

  test.each(each(all))('%s', async (_, { text }) => {
    expect(await workflowErrors(text)).toEqual([]);
  });

  test('no workflow or action with mistakes', async () => {
    const text = offered[0]?.text ?? '';
    const mistakes = [
      text.replace('workflow_dispatch:', 'workflow-dispatch:'),
      text.replace('contents: write', 'contents: wirte'),
      text.replace('inputs.week }}', 'input.week }}'),
      text.replace('runs-on:', 'run-on:'),
      text.replace('cancel-in-progress: false', 'cancel: false'),
    ];
    for (const mistake of mistakes) expect(await workflowErrors(mistake)).not.toEqual([]);
    expect(await actionErrors(action.replace('using: node', 'using: npm'))).not.toEqual([]);
    expect(await actionErrors(action.replace('  main:', '  mian:'))).not.toEqual([]);
  });
});

describe('inputs exist', () => {
  test.each(each(reporting))('in %s', (_, workflow) => {
    const given = stepsOf(workflow).flatMap(({ uses, with: some }) =>
      isOurs(uses) ? Object.keys(some) : [],
    );
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
  });
});

describe('no other action can change', () => {
  test.each(each(all))('in %s', (_, workflow) => {
    const foreign = stepsOf(workflow).flatMap(({ uses }) =>
      uses === undefined || isOurs(uses) ? [] : [uses],
    );
    for (const uses of foreign) {
      expect(uses).toMatch(/^[\w-]+\/[\w.-]+@[\da-f]{40}$/);
      // With its version beside it, for people and for the tools that update it.
      expect(workflow.text).toMatch(new RegExp(`uses: ${uses} # v\\d+\\.\\d+\\.\\d+\n`));
    }
  });

  test('an action has one version', () => {
    const versions = new Map<string, string>();
    for (const { text } of all) {
      for (const [, name = '', version = ''] of text.matchAll(/uses: ([^@\s]+)@(.* # .*)/g)) {
        expect(version).toBe(versions.get(name) ?? version);
        versions.set(name, version);
      }
    }
    expect(versions.size).toBeGreaterThan(1);
  });
});

describe('foreign text runs no command', () => {
  test.each(each(all))('in %s: there is no expression in a script', (_, workflow) => {
    const scripts = stepsOf(workflow).map(
      ({ run = '', with: some }) => run + String(some['script']),
    );
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

describe('a token may do no more than it has to', () => {
  /** What each workflow of this repository may write, by its jobs. */
  const writing: Record<string, Record<string, string[]>> = {
    'ci.yml': { check: [] },
    'release.yml': { build: [], npm: ['id-token'], tag: ['contents'], announce: ['contents'] },
    'report.yml': { report: ['contents', 'pull-requests', 'checks'] },
  };

  test('in this repository', () => {
    const found = own.map(({ name, permissions, jobs }) => {
      const ofJobs = Object.entries(jobs).map(([job, { permissions: given = permissions }]) => {
        expect(given, `${name}: ${job}`).toBeDefined();
        return [
          job,
          Object.keys(given ?? {}).filter((scope) => given?.[scope] === 'write'),
        ] as const;
      });
      return [name, Object.fromEntries(ofJobs)] as const;
    });
    expect(Object.fromEntries(found)).toEqual(writing);
  });

  /** What the steps of a job may need to write. */
  function neededBy(steps: readonly Step[]): string[] {
    return steps.flatMap(({ uses = '', with: { mode } }) => {
      if (uses.startsWith('actions/deploy-pages@')) return ['pages', 'id-token'];
      return isOurs(uses) && mode !== 'publish' ? ['contents', 'pull-requests', 'checks'] : [];
    });
  }

  test.each(each(offered))('in %s', (_, { permissions = {}, jobs }) => {
    for (const { permissions: given = permissions, steps } of Object.values(jobs)) {
      const written = Object.keys(given).filter((scope) => given[scope] === 'write');
      const needed = neededBy(steps);
      expect(written.filter((scope) => !needed.includes(scope))).toEqual([]);
    }
  });

  test('only a job with nothing of ours in it deploys', () => {
    const deploying = all.flatMap(({ jobs }) =>
      Object.values(jobs).filter(({ permissions }) => permissions?.['pages'] === 'write'),
    );
    expect(deploying.map(({ steps }) => steps.map(({ uses }) => isOurs(uses)))).toEqual([[false]]);
  });

  test.each(each(all))('in %s: a checkout keeps no token', (_, workflow) => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with['persist-credentials'] !== false)).toEqual([]);
  });
});

describe('runs of the same report, and those that deploy, wait for each other', () => {
  const scheduled = all.filter(
    ({ on, text }) =>
      (typeof on === 'object' && 'schedule' in on) || text.includes('actions/deploy-pages@'),
  );
  test.each(each(scheduled))('in %s', (_, { concurrency }) => {
    expect(concurrency?.group).toBeTruthy();
    expect(concurrency?.['cancel-in-progress']).toBe(false);
  });
});

describe('a week can be asked for by hand', () => {
  const weekly = reporting.filter(({ text }) => text.includes('week:'));
  test.each(each(weekly))('in %s', (_, workflow) => {
    expect(workflow.on).toMatchObject({ workflow_dispatch: { inputs: { week: {} } } });
    const [ours] = stepsOf(workflow).filter(({ uses }) => isOurs(uses));
    expect(ours?.with).toMatchObject({ week: '${{ inputs.week }}' });
  });

  test('in this repository and with init --action', () => {
    expect(weekly.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['report.yml', 'init --action (1)', 'init --action (2)']),
    );
  });
});
