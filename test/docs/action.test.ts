import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { actionReference } from '../../src/commands/init/action-reference.ts';
import { workflowText } from '../../src/propose/workflow-text.ts';
import { fences, nodesOf, readDocument } from './documents.ts';

const document = await readDocument('docs/action.md');
const action = actionReference(manifest);
const shown = fences(document, 'yaml').map(({ value }) => `${value}\n`);
const pages = fences(await readDocument('docs/publishing.md'), 'yaml').map(({ value }) => value);

test('docs/action.md begins with a workflow of five lines, and shows the one of init --action', () => {
  const whole = workflowText({ action, timezone: 'UTC', weekStart: 'monday' });
  expect(shown[0]?.trimEnd().split('\n')).toHaveLength(5);
  expect(shown[1]).toBe(whole);
});

test('every workflow uses the Action and the command of this version', () => {
  const used = [...shown, ...pages].flatMap((text) =>
    [...text.matchAll(/[\w-]+\/devreport@\S+/g)].flat(),
  );
  expect(new Set(used)).toEqual(new Set([action]));
  const commands = shown.flatMap((text) => [...text.matchAll(/ devreport@\S+/g)].flat());
  expect(new Set(commands)).toEqual(new Set([` devreport@${manifest.version}`]));
});

test('what it says of annotations is what they say', async () => {
  const messages = (await readDocument('docs/messages.md')).text;
  const quoted = nodesOf(document, 'inlineCode').filter(({ value }) => value.includes('…'));
  const parts = quoted.flatMap(({ value }) => value.split('…').map((part) => part.trim()));
  expect(quoted.length).toBeGreaterThan(3);
  expect(parts.filter((part) => !messages.includes(part))).toEqual([]);
});

test('README.md shows its workflow of five lines', async () => {
  const shown = fences(await readDocument('README.md'), 'yaml').map(({ value }) => value);
  expect(shown).toContain(fences(document, 'yaml')[0]?.value);
});
