import { describe, expect, test } from 'vitest';
import { EditableText } from '../../../src/edit/actions/text/editable-text.ts';
import { readReport } from '../../../src/report/report.ts';
import { factor } from '../../support/runs.ts';
import { desks } from './desks.ts';

describe.each(desks)('two entries joined in the layout $layout, facts $facts', ({ on }) => {
  const { draft } = on;
  const { entries } = new EditableText(readReport({ path: 'it', text: draft }), on.desk);
  const second = entries.filter(({ bullet }, index) => {
    const above = entries[index - 1];
    return above?.bullet.list === bullet.list;
  });
  const step = Math.max(1, Math.ceil(second.length / (4 * factor)));
  const some = second.filter((_, index) => index % step === 0).map(({ bullet }) => bullet.start);

  const expectSplit = (text: string, at: number) => {
    const joined = on.do(text, { do: 'join', at, other: null });
    const again = on.do(joined.text, { do: 'split', at: joined.select.start });
    expect(again.text, joined.said).toBe(text);
  };

  test('are split again byte for byte', () => {
    for (const at of some) expectSplit(draft, at);
  });

  test('are split again where one was reworded', () => {
    for (const at of some)
      expectSplit(draft.slice(0, at) + draft.slice(at).replace(/ [a-z]+ /, '$&newly '), at);
  });

  test('are highlighted and back', () => {
    for (const at of some) {
      const up = on.do(draft, { do: 'highlight', at });
      expect(on.do(up.text, { do: 'highlight', at: up.select.start }).text).toBe(draft);
    }
  });
});
