import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import type { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { build } from 'rolldown';

interface Parser {
  parseWorkflow: typeof parseWorkflow;
  parseAction: typeof parseAction;
  NoOperationTraceWriter: typeof NoOperationTraceWriter;
}

/** GitHub's own parser, bundled: it imports JSON as only bundlers do. */
async function loadParser(): Promise<Parser> {
  const folder = await mkdtemp(join(tmpdir(), 'workflow-parser-'));
  const entry = join(folder, 'entry.js');
  const from = (module: string) => JSON.stringify(import.meta.resolve(module));
  await writeFile(
    entry,
    `export * from ${from('@actions/workflow-parser')};
    export * from ${from('@actions/workflow-parser/actions/action-parser')};`,
  );
  const file = join(folder, 'parser.js');
  await build({ input: entry, platform: 'node', output: { file }, logLevel: 'silent' });
  return (await import(pathToFileURL(file).href)) as Parser;
}

const parser = loadParser();

/** What GitHub would not accept in a workflow, a line each. */
export async function workflowErrors(content: string): Promise<string[]> {
  const { parseWorkflow, NoOperationTraceWriter } = await parser;
  const { context } = parseWorkflow({ name: 'workflow', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

/** What GitHub would not accept in an `action.yml`, a line each. */
export async function actionErrors(content: string): Promise<string[]> {
  const { parseAction, NoOperationTraceWriter } = await parser;
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}
