import { expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { toReportJson } from '../../src/compose/report-json.ts';
import { layoutNames } from '../../src/config/layout-texts.ts';
import { parseSnapshot, serialiseSnapshot } from '../../src/snapshot/parse.ts';
import { config, report } from '../support/report.ts';
import { act, closes, issue, pull, snapshot } from '../support/snapshot.ts';

const withBodies = (body: string | null) =>
  snapshot({
    pullRequests: [
      pull(1, { ...(body !== null && { body }), references: [closes(2)] }),
      pull(3, { ...(body !== null && { body }), state: 'open', mergedAt: null, closedAt: null }),
    ],
    issues: [issue(2, { ...(body !== null && { body }), activity: [act('commented', 'ann')] })],
  });

const hostile =
  'Fixes #9, thanks to @somebody\n\nchangelog fix: Words\n\n<!-- editor: x -->\n# H {{title}}';

test.each(layoutNames)('bodies change nothing that the layout %s writes', async (template) => {
  expect(await report(withBodies(hostile), { template })).toBe(
    await report(withBodies(null), { template }),
  );
});

test('bodies are in a saved snapshot, and in no other data', () => {
  const facts = withBodies(hostile);
  expect(parseSnapshot(serialiseSnapshot(facts), 'it')).toEqual(facts);
  const jsonOf = (of: typeof facts) => toReportJson(compose(of, config(), 0), '2017-05-08');
  expect(jsonOf(facts)).toEqual(jsonOf(withBodies(null)));
});

test('a snapshot without bodies is read and written as it is', () => {
  const text = serialiseSnapshot(withBodies(null));
  expect(text).not.toContain('"body"');
  expect(serialiseSnapshot(parseSnapshot(text, 'it'))).not.toContain('"body"');
});
