import { describe, expect, test } from 'vitest';
import { layoutNames } from '../../../src/config/layout-texts.ts';
import { entriesIn } from '../../../src/report/draft/draft.ts';
import { deskOf, layoutFacts } from '../desk-of.ts';
import { readingOf } from '../desk.ts';

const weeks = ['sample', 'hostile', 'empty', 'repositories', 'everything', 'incomplete'] as const;
const cases = layoutNames.flatMap((template) => weeks.map((week) => ({ template, week })));

describe.each(cases)('the facts “$week” in the layout $template', ({ template, week }) => {
  test('are all in the draft, or among the others, and in no two of them', async () => {
    const { desk } = await deskOf(layoutFacts(week), { template });
    const { fresh, others } = desk.drafts;
    const drafted = new Set(fresh.draft.sections.flatMap(entriesIn).flatMap(({ items }) => items));
    const left = others.sections.flatMap(entriesIn).map(({ items }) => items);
    expect(left.every((items) => items.length === 1)).toBe(true);
    expect([...drafted, ...left.flat()].toSorted()).toEqual(
      desk.facts.items.map(({ id }) => id).toSorted(),
    );
    expect(others.sections.flatMap(({ unplaceable }) => unplaceable)).toEqual([]);
  });

  test('say of each item where the draft has it', async () => {
    const { desk, text } = await deskOf(layoutFacts(week), { template });
    const { sections, entries } = readingOf(text, desk);
    for (const { id, section, why, url, list } of desk.facts.items) {
      const own = entries.filter(({ items }) => items.includes(id));
      const titles = own.map((entry) => sections[entry.section]?.title ?? '');
      if (own.length === 0) expect(section).toBeNull();
      else expect(titles.filter((title, index) => index > 0 || title !== '')).toContain(section);
      expect(why.join('\n')).toContain(own.length > 0 ? '' : 'not ');
      expect(why[0]).toMatch(/^state {4}/);
      expect(url).toContain('://');
      if (own.length > 0) expect(['excluded', 'less-active']).not.toContain(list);
    }
  });
});
