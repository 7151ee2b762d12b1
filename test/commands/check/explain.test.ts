import { expect, test } from 'vitest';
import { explainCheck } from '../../../src/commands/check/explain.ts';
import { VisibleOutput } from '../../../src/commands/terminal/visible-output.ts';
import { temporaryFolder } from '../../support/folder.ts';

async function explained(rule: string): Promise<string> {
  let stdout = '';
  const code = await explainCheck(rule, undefined, {
    cwd: await temporaryFolder(),
    variables: {},
    now: '2026-01-05T09:00:00Z',
    stdout: new VisibleOutput({ write: (text) => (stdout += text) }),
    stderr: new VisibleOutput({ write: () => undefined }),
    signal: new AbortController().signal,
  });
  expect(code).toBe(0);
  return stdout;
}

test('prints why a rule exists, what it finds, and how to turn it off', async () => {
  const text = await explained('marker-space');
  expect(text).toContain('Why: Markdown makes no heading and no list item of the line');
  expect(text).toContain('    -Remove the old loader\n');
  expect(text).toContain('    6:2-6:2: Missing space after the list marker\n');
  expect(text).toContain('    check:\n      rules:\n        marker-space: off\n');
  expect(text).toContain('<!-- lint ignore marker-space -->');
});

test.each([
  ['anchr', 'Did you mean `anchor`? docs/rules.md lists all rules.'],
  [
    'duplicate',
    'Did you mean `no-duplicate-definitions` or `duplicate-entry`? docs/rules.md lists all rules.',
  ],
  ['x', 'docs/rules.md lists all rules.'],
])('an unknown rule %s is an error with a suggestion', async (rule, hint) => {
  await expect(explained(rule)).rejects.toMatchObject({
    code: 'usage',
    message: `unknown rule "${rule}".`,
    hint,
  });
});
