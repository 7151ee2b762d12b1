import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { workflowText } from '../../src/propose/workflow-text.ts';
import { fences, readDocument, root } from '../docs/documents.ts';

const permissions = v.record(v.string(), v.picklist(['read', 'write', 'none']));

const step = v.object({
  uses: v.optional(v.string()),
  run: v.optional(v.string()),
  with: v.optional(v.record(v.string(), v.unknown()), {}),
});

const workflow = v.object({
  on: v.union([v.string(), v.record(v.string(), v.unknown())]),
  permissions: v.optional(permissions),
  concurrency: v.optional(
    v.union([
      v.pipe(
        v.string(),
        v.transform((group) => ({ group, 'cancel-in-progress': false })),
      ),
      v.object({ group: v.string(), 'cancel-in-progress': v.optional(v.boolean(), false) }),
    ]),
  ),
  jobs: v.record(
    v.string(),
    v.object({ permissions: v.optional(permissions), steps: v.array(step) }),
  ),
});

export type Step = v.InferOutput<typeof step>;

/** A workflow, and where it is from. */
export interface Workflow extends v.InferOutput<typeof workflow> {
  name: string;
  text: string;
}

function readWorkflow(name: string, text: string): Workflow {
  return { name, text, ...v.parse(workflow, parse(text)) };
}

/** Those that this repository runs. */
export async function ownWorkflows(): Promise<Workflow[]> {
  const folder = join(root, '.github/workflows');
  const files = (await readdir(folder)).toSorted();
  return Promise.all(
    files.map(async (file) => readWorkflow(file, await readFile(join(folder, file), 'utf8'))),
  );
}

/** Those that users copy: of `init --action`, and of the docs. */
export async function offeredWorkflows(): Promise<Workflow[]> {
  const action = 'OWNER/devreport@v1';
  const written = [
    workflowText({ action, timezone: 'UTC', weekStart: 'monday' }),
    workflowText({ action, timezone: 'America/New_York', weekStart: 'sunday' }),
  ];
  const shown = await Promise.all(['docs/action.md', 'docs/publishing.md'].map(workflowsIn));
  return [
    ...written.map((text, index) => readWorkflow(`init --action (${index + 1})`, text)),
    ...shown.flat(),
  ];
}

async function workflowsIn(path: string): Promise<Workflow[]> {
  return fences(await readDocument(path), 'yaml')
    .map(({ value }) => (value.startsWith('steps:') ? aroundSteps(value) : value))
    .filter((text) => text.includes('\njobs:'))
    .map((text, index) => readWorkflow(`${path} (${index + 1})`, text));
}

/** The rest of a workflow that is shown by its steps. */
function aroundSteps(steps: string): string {
  const job = `runs-on: ubuntu-latest\n${steps}`.replaceAll('\n', '\n    ');
  return `on: workflow_dispatch\npermissions: {}\njobs:\n  report:\n    ${job}\n`;
}

export function stepsOf({ jobs }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}
