import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNames } from '../../../src/config/layout-texts.ts';
import { UsageError } from '../../../src/errors.ts';
import { loadTemplate } from '../../../src/render/load-template.ts';
import { edit, editNames } from '../../revise/edits/index.ts';
import { anyFacts, later } from '../../revise/facts.ts';
import { linesOf } from '../../revise/reading.ts';
import { bodyOf, digest, type Facts, Series } from '../../revise/support.ts';
import { isThorough, runs } from '../../support/runs.ts';
import { acceptable, idsOf, NewsDesk, shown } from './news-desk.ts';

const anyEdit = fc.record({ name: fc.constantFrom(...editNames), at: fc.nat(40), to: fc.nat(40) });
const anyStory = fc.record({
  first: anyFacts,
  edits: fc.array(anyEdit, { maxLength: 5 }),
  then: anyFacts,
  forgets: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  /** What becomes of each row; its order, too. */
  picks: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
});

const shapeNames = ['bold', 'references'];
const moreShapes = [...['people', 'tables'], 'details', 'runs', 'titles', 'counts', 'html-details'];
/**
 * Without groups inside groups: what moves between those can take a second look. Without lists in HTML:
 * what was dismissed in those can be proposed again.
 */
const shapes = await Promise.all(
  [...shapeNames, ...(isThorough ? moreShapes : [])].map(async (name) => ({
    ...{ name, template: 'weekly' },
    layout: await loadTemplate(`../../revise/shapes/${name}.hbs`, import.meta.dirname),
  })),
);
const shipped = await Promise.all(
  layoutNames.map(async (template) => ({
    ...{ name: `shipped ${template}`, template },
    layout: await loadTemplate(template, '.'),
  })),
);

describe.each([
  ...shipped.map((one) => ({ ...one, isShipped: true })),
  { name: 'digest with references', template: 'weekly', layout: digest, isShipped: true },
  // After torn groups they can propose once more what a rerun would write the same way.
  ...shapes.map((one) => ({ ...one, isShipped: false })),
])('news for a report in the $name layout', ({ layout, template, isShipped }) => {
  const series = new Series({ limits: { issues: 3 }, template }, layout);

  test('are accepted, left and dismissed one by one, and all of them are a rerun', () => {
    fc.assert(
      fc.property(anyStory, ({ first, edits, then, forgets, picks }) => {
        const draft = series.draft(first);
        const text = edits.reduce(
          (before, { name, at, to }, index) =>
            edit(before, name, { at, to, word: `word${String(index)}` }),
          draft,
        );
        const facts = later(first, then, forgets);
        const rerun = rerunOrRefusal(series, text, facts);
        if (rerun === null) return;
        const open = (from = text) => new NewsDesk(series, from, facts);
        const rows = open().proposed();
        const context = `${text}\n---\n${series.draft(facts)}`;
        expectAll(open(), rerun, context, isShipped);
        expectSome(open(), rows, picks, context);
        if (edits.length === 0 || rows.every(({ kind }) => kind === 'new'))
          expectOneByOne(open(), rerun, picks, context);
        expectDismissed(open(), picks, context, series, facts, text !== draft);
      }),
      { ...runs(1), endOnFailure: true },
    );
  });
});

type Rows = ReturnType<NewsDesk['proposed']>;

function rerunOrRefusal(...[series, text, facts]: ConstructorParameters<typeof NewsDesk>) {
  try {
    return series.rerun(text, facts).text;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function expectAll(desk: NewsDesk, rerun: string, context: string, settles: boolean): void {
  const before = desk.text;
  const rows = acceptable(desk.proposed());
  expect(desk.accept([]), context).toEqual([]);
  expect(desk.text, context).toBe(before);
  expect(desk.accept(rows), context).toEqual(idsOf(rows));
  if (rows.length > 0) expect(desk.text, context).toBe(rerun);
  else expect(bodyOf(rerun), context).toBe(bodyOf(before));
  if (settles) expect(acceptable(desk.proposed()).map(shown), context).toEqual([]);
}

/** Nothing else is made than what was accepted, and the rest is proposed as before. */
function expectSome(desk: NewsDesk, rows: Rows, picks: readonly number[], context: string): void {
  const before = desk.text;
  const wanted = rows.filter((row, index) => row.kind !== 'gone' && (picks[index] ?? 0) > 1);
  const left = rows.filter((row) => !wanted.includes(row));
  expect(desk.accept(wanted), context).toEqual(idsOf(wanted));
  const remaining = desk.proposed();
  const about = `${context}\n---\n${desk.text}`;
  expect(remaining.map(shown).sort(), about).toEqual(left.map(shown).sort());
  expect(idsOf(remaining), about).toEqual(idsOf(left));
  if (wanted.length === 0) expect(desk.text, about).toBe(before);
}

/** In any order the same lines. */
function expectOneByOne(
  desk: NewsDesk,
  rerun: string,
  picks: readonly number[],
  context: string,
): void {
  const rows = acceptable(desk.proposed())
    .map((row, index) => ({ row, pick: picks[index] ?? 0 }))
    .sort((a, b) => a.pick - b.pick);
  for (const { row } of rows) expect(desk.accept([row]), context).toEqual([row.id]);
  const lines = (text: string) => linesOf(text).filter((line) => line.trim() !== '');
  expect(lines(desk.text).sort(), context).toEqual(lines(rerun).sort());
}

/** What was dismissed is not proposed again, changes no byte, and a rerun agrees. */
function expectDismissed(
  desk: NewsDesk,
  picks: readonly number[],
  context: string,
  ...[series, facts, isEdited]: [Series, Facts, boolean]
): void {
  const before = desk.text;
  const rows = desk.proposed();
  // A former name of a group that another group of the draft has now is one of its leads in any case.
  const isLead = ({ label }: Rows[number]) => label.startsWith('Text above entries');
  const others = (all: Rows) => acceptable(all).filter((row) => !isLead(row));
  const wanted = rows.filter((row, index) => picks[index] === 1 && !isLead(row));
  expect(desk.dismiss(wanted), context).toEqual(idsOf(wanted));
  const about = `${context}\n---\n${desk.text}`;
  expect(bodyOf(desk.text), about).toBe(bodyOf(before));
  const ids = new Set(idsOf(wanted));
  const remaining = desk.proposed();
  expect(remaining.filter(({ id }) => ids.has(id)).map(shown), about).toEqual([]);
  const left = rows.filter(({ id }) => !ids.has(id));
  if (wanted.length === 0) return;
  // Of a draft that is no longer unedited, entries that the fresh one lacks stay, and are named.
  if (isEdited) expect(idsOf(others(remaining)), about).toEqual(idsOf(others(left)));
  desk.accept(acceptable(remaining));
  const settled = rerunOrRefusal(series, desk.text, facts) ?? '';
  expect(bodyOf(settled), about).toBe(bodyOf(desk.text));
}
