import { describe, expect, test } from 'vitest';
import { desks } from './desks.ts';
import { refusal } from './support.ts';

describe.each(desks.filter(({ facts }) => facts === 'sample'))(
  'an item that the layout $layout leaves out',
  ({ on }) => {
    const { draft, desk } = on;
    const item = desk.facts.items.find(
      ({ id, list, section }) =>
        list === 'less-active' && section === null && !draft.includes(`[${id}]`),
    );

    test.runIf(item)('goes to the section that the editor chooses, and nowhere by itself', () => {
      const { id = '' } = item ?? {};
      expect(refusal(() => on.do(draft, { do: 'bring-back', item: id, to: null }))).toMatch(
        /^The draft has no section for .*#\d+\. Choose one\.$/,
      );
      const to = desk.facts.items.find(({ section }) => section !== null)?.section ?? '';
      const { text, said } = on.do(draft, { do: 'bring-back', item: id, to });
      expect(text).not.toContain('Left out');
      expect(text.length).toBeGreaterThan(draft.length);
      expect(said).toMatch(new RegExp(` back to ${to}\\.$`));
      expect(on.rerun(text)).toBe(text);
    });
  },
);
