import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNames } from '../../src/config/layout-texts.ts';
import { UsageError } from '../../src/errors.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { edit, editNames } from './edits/index.ts';
import { anyFacts, later } from './facts.ts';
import { loadTemplate } from '../../src/render/load-template.ts';
import { citedIn, linesOf, offeredIn, visibleLines, wordsOf } from './reading.ts';
import { bodyOf, digest, type Facts, nested, Series, weekly } from './support.ts';
import { runs } from '../support/runs.ts';

const anyEdit = fc.record({ name: fc.constantFrom(...editNames), at: fc.nat(40), to: fc.nat(40) });
const anyStep = fc.record({
  edits: fc.array(anyEdit, { maxLength: 5 }),
  facts: anyFacts,
  forgets: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});
const anyStory = fc.record({
  first: anyFacts,
  steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }),
});

const load = (name: string) => loadTemplate(`shapes/${name}.hbs`, import.meta.dirname);
const shapes = await Promise.all(
  ['bold', 'details', 'people', 'runs', 'titles', 'references', 'html-list'].map(async (name) => ({
    name,
    layout: await load(name),
  })),
);

/** Those that come with devreport, but for the weekly one. */
const shipped = await Promise.all(
  layoutNames
    .filter((name) => name !== 'weekly')
    .map(async (template) => ({
      name: `shipped ${template}`,
      layout: await loadTemplate(template, '.'),
      template,
    })),
);

const cited = (text: string) => citedIn(visibleLines(text));

describe.each([
  { name: 'weekly', layout: weekly, template: 'weekly', stories: 3, movesLater: false },
  { name: 'digest', layout: digest, template: 'weekly', stories: 3, movesLater: false },
  { name: 'nested', layout: nested, template: 'weekly', stories: 3, movesLater: true },
  ...shapes.map((shape) => ({ ...shape, template: 'weekly', stories: 1, movesLater: false })),
  ...shipped.map((one) => ({ ...one, stories: 1, movesLater: false })),
])('an edited report in the $name layout, revised', ({ layout, template, stories, movesLater }) => {
  const series = new Series({ limits: { issues: 3 }, template }, layout);

  test('keeps every byte of the editor, repeats nothing, restores nothing, misses nothing, and settles', () => {
    fc.assert(
      fc.property(anyStory, ({ first, steps }) => {
        let facts = first;
        let text = series.draft(facts);
        const generated = new Set<string>();
        // A wrapped entry is still devreport's.
        const wrapped = new Set<string>();
        const remember = (...drafts: string[]) => {
          for (const line of drafts.flatMap(linesOf)) {
            generated.add(wordsOf(line));
            for (const half of line.replace(/ \[/, '\n[').split('\n')) wrapped.add(wordsOf(half));
          }
        };
        remember(text, series.separate(facts));
        let count = 0;
        const hasCopies = steps.some((step) => step.edits.some(({ name }) => name === 'copyEntry'));
        for (const step of steps) {
          facts = later(facts, step.facts, step.forgets);
          const edited = step.edits.reduce((before, { name, at, to }) => {
            count += 1;
            return edit(before, name, { at, to, word: `word${count}` });
          }, text);
          // Who leaves something open is told, and takes the edits back.
          const attempt = revisedOrRefused(series, edited, facts);
          if (attempt !== null) text = edited;
          const draft = series.draft(facts);
          remember(draft, series.separate(facts));
          const revised = attempt ?? series.rerun(text, facts).text;

          // An entry moves into a list that the same run has emptied only when it is there again.
          const settled = movesLater ? series.rerun(revised, facts).text : revised;
          expect(
            series.rerun(settled, facts).text,
            `not settled\n${described(text, revised, draft)}`,
          ).toBe(settled);
          expectKept(text, revised, new Set([...wrapped, ...generated]));
          expectCitations(text, revised, draft, facts);
          if (!hasCopies) expectFresh(text, revised, draft, generated);
          text = revised;
        }
      }),
      { ...runs(stories), endOnFailure: true },
    );
  });
});

/** Null where a rerun refuses a report; it may, if it names the line of what is to be mended. */
function revisedOrRefused(series: Series, text: string, facts: Facts): string | null {
  try {
    return series.rerun(text, facts).text;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const line = Number(/ in lines? (\d+) and /.exec(error.message)?.[1]);
    expect(text.split(/\r?\n/)[line - 1], `${error.message}\n${text}`).toMatch(
      /^\s*(?:<!--|<pre|~~~|```)/,
    );
    return null;
  }
}

function expectKept(before: string, after: string, generated: ReadonlySet<string>): void {
  const theirs = linesOf(before).filter((line) => !generated.has(wordsOf(line)));
  const left = linesOf(after);
  for (const line of theirs) {
    const at = left.indexOf(line);
    expect(
      at,
      `the line ${JSON.stringify(line)}\n${described(before, after, '')}`,
    ).toBeGreaterThanOrEqual(0);
    left.splice(0, at + 1);
  }
}

function expectCitations(
  before: string,
  after: string,
  draft: string,
  facts: Partial<Snapshot>,
): void {
  const [had, has, offers] = [cited(before), cited(after), cited(draft)];
  const offered = offeredIn(before);
  const about = described(before, after, draft);
  for (const [number, count] of has) {
    expect(count, `#${number} doubled\n${about}`).toBeLessThanOrEqual(
      Math.max(had.get(number) ?? 0, offers.get(number) ?? 0),
    );
    if (offered.has(number)) expect(had.get(number), `#${number} revived\n${about}`).toBeDefined();
  }
  const kept = offeredIn(after);
  for (const { number } of facts.pullRequests ?? []) {
    if (has.has(number)) continue;
    expect(
      (offered.has(number) && kept.has(number)) || isMentioned(before, number),
      `#${number} missing\n${about}`,
    ).toBe(true);
  }
}

function isMentioned(text: string, number: number): boolean {
  return new RegExp(`(?:About |linuxkit)#${number},`).test(text);
}

/** Where nobody has touched the entry of the same items, it says what the fresh draft does. */
function expectFresh(
  before: string,
  after: string,
  draft: string,
  generated: ReadonlySet<string>,
): void {
  const counts = cited(before);
  const lines = visibleLines(before);
  const written = linesOf(before);
  const left = new Set(visibleLines(after).map(wordsOf));
  const itemsIn = (line: string) => [...citedIn([line]).keys()].join(' ');
  const untouched = new Set(
    lines
      .filter((line, index) => {
        const isAlone = [...citedIn([line]).keys()].every((number) => counts.get(number) === 1);
        const next = lines.slice(index + 1).find((other) => other.trim() !== '') ?? '';
        const ends =
          indentOf(next) <= indentOf(line) &&
          (lines[index + 1]?.trim() === '' || itemsIn(next) !== '');
        const isBullet = /^[-*+].*\[#/.test(line) && !/^\s*</.test(lines[index - 1] ?? '');
        return isBullet && isAlone && ends && generated.has(wordsOf(written[index] ?? ''));
      })
      .map(itemsIn),
  );
  for (const line of visibleLines(draft)) {
    if (itemsIn(line) !== '' && untouched.has(itemsIn(line)))
      expect([...left], described(before, after, draft)).toContain(wordsOf(line));
  }
}

const described = (before: string, after: string, draft: string) =>
  `before:\n${bodyOf(before)}\nafter:\n${bodyOf(after)}\ndraft:\n${bodyOf(draft)}`;

const indentOf = (line: string) => /^\s*/.exec(line)?.[0].length ?? 0;
