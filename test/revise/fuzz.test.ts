import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { anyFacts } from './facts.ts';
import { bodyOf, type Facts, Series } from './support.ts';
import { runs } from '../support/runs.ts';

const series = new Series({ limits: { issues: 3 } });

/** What Markdown is made of, closed or not. */
const piece = fc.constantFrom(
  ...['\n', '\n\n', '\r\n', '\r', '\t', '    ', '  ', '> ', '- ', '* ', '+ ', '1. ', '1) ', '# '],
  ...['### ', '---\n', '===\n', '```\n', '~~~\n', '`', '<!--', '-->', '<div>\n', '</div>\n'],
  ...['<pre>', '<details>\n', '| a |\n| - |\n', '[^1]', '[^1]: ', '[x]: y\n', '[#1]', '[ ] ', '\\'],
  ...[
    '\u00a0',
    'word',
    'https://github.com/linuxkit/linuxkit/pull/3',
    ' #4 ',
    'linuxkit/linuxkit#5',
  ],
);
const insertion = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
});
const insertions = fc.array(insertion, { minLength: 1, maxLength: 4 });

test('a rerun loses no line written anywhere into a report and settles, or refuses the report by a line', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, insertions, (before, after, written) => {
      const draft = series.draft(before);
      const edited = written.reduce((text, { at, text: inserted }) => {
        const place = Math.floor(at * (text.indexOf('<!-- devreport record') - 1));
        return text.slice(0, place) + inserted + text.slice(place);
      }, draft);
      const revised = revisedOrRefused(edited, after);
      if (revised === null) return;

      const context = `edited:\n${edited}\nrevised:\n${revised}\ndraft:\n${series.draft(after)}`;
      expect(series.rerun(revised, after).text, context).toBe(revised);
      const generated = new Set(
        [draft, series.draft(after), series.separate(after)].flatMap(linesOf),
      );
      const left = linesOf(revised);
      // Blanks that nobody sees make no entry the editor's.
      const words = [...generated].map(squeezed);
      const isGenerated = (line: string) =>
        generated.has(line) ||
        (squeezed(line) !== '' && words.some((one) => one.includes(squeezed(line))));
      for (const line of linesOf(edited).filter((one) => !isGenerated(one))) {
        const index = left.indexOf(line);
        expect(index, `${JSON.stringify(line)} is lost:\n${context}`).toBeGreaterThanOrEqual(0);
        left.splice(0, index + 1);
      }
    }),
    { ...runs(10), endOnFailure: true },
  );
});

function revisedOrRefused(edited: string, facts: Facts): string | null {
  try {
    return series.rerun(edited, facts).text;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message, edited).toMatch(/ in lines? \d+ and .*Nothing was changed/);
    return null;
  }
}

const squeezed = (line: string) => line.replace(/\s+/g, '');

const linesOf = (text: string) => bodyOf(text).split(/(?<=\r\n|\n|\r(?!\n))/);
