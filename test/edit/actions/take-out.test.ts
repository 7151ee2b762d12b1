import { describe, expect, test } from 'vitest';
import { entriesIn } from '../../../src/report/draft/draft.ts';
import { factor } from '../../support/runs.ts';
import { bodyOf } from '../../revise/support.ts';
import { desks } from './desks.ts';

describe.each(desks)('an entry taken out of the layout $layout, facts $facts', ({ on }) => {
  const { draft } = on;
  const entries = on.desk.drafts?.fresh.draft.sections.flatMap(entriesIn) ?? [];
  const counts = new Map<string, number>();
  for (const { items } of entries)
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const single = entries.filter(({ items }) => items.every((item) => counts.get(item) === 1));
  // In CI each of them, else some.
  const step = Math.max(1, Math.ceil(single.length / (4 * factor)));

  test('stays out in a rerun, and comes back byte for byte', () => {
    for (const { bullet, items } of single.filter((_, index) => index % step === 0)) {
      const [item = ''] = items;
      const [line = ''] = bullet.content.split('\n');
      const out = on.do(draft, { do: 'take-out', at: draft.indexOf(line) });
      expect(out.text).not.toContain(line);
      expect(bodyOf(on.rerun(out.text)), item).toBe(bodyOf(out.text));
      const back = on.do(out.text, { do: 'bring-back', item, to: null });
      expect(back.text, item).toBe(draft);
      expect(back.rest.startsWith(line), item).toBe(true);
    }
  });
});
