import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withGenerated } from '../../scripts/generated-part.ts';
import { rulesReference } from '../../scripts/rules-reference.ts';
import { ruleIds } from '../../src/config/check-rules.ts';

test('the page of the docs is up to date', async () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  expect(await withGenerated('docs/rules.md', rulesReference())).toBe(page);
});

test.each(ruleIds)('it lists %s', (id) => {
  expect(rulesReference()).toContain(`| [\`${id}\`](#${id}) |`);
});
