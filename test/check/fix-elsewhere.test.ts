import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { type CheckOptions, checkReport } from '../../src/check/check-report.ts';
import { noNeighbours } from '../../src/check/context/neighbours.ts';
import { fix, type FixedFinding } from '../../src/check/fix.ts';
import { applyEdits } from '../../src/markdown/edit.ts';
import { readReport, type Report } from '../../src/report/report.ts';
import { runs } from '../support/runs.ts';
import { hostileText } from '../support/hostile.ts';
import { exampleOptions } from './world.ts';

const path = 'reports/2017-05-08.md';
const options: CheckOptions = {
  ...(await exampleOptions()),
  dictionary: null,
  neighbours: noNeighbours,
};
const fixed = (text: string) => fix(readReport({ path, text }), options);

const url = 'https://github.com/linuxkit/linuxkit';
/** Pieces that fixes could join, cut or reinterpret. */
const piece = fc.constantFrom(
  ...[
    '# A',
    '##\u00A0B',
    '###C',
    '-\u00A0d',
    '*\u00A0e',
    '- f',
    '* g',
    '1. h',
    '> i',
    '    j',
    '===',
    '---',
  ],
  ...[
    '[#12]: https://a.example',
    '[#12]: https://a.example',
    '[#13]: https://b.example see',
    '[#1757]',
  ],
  ...[
    '[@rn]: https://github.com/rn',
    '[@rn] [#12]',
    '[#1757 [#12]',
    '[linuxkit/linuxkit#1746]:',
    ']',
    '[',
  ],
  ...[
    `[#1757](${url}/pull/1757)]`,
    `[#1746](${url}/pull/1746)`,
    `[#1757](${url}/pull/9)`,
    `${url}/pull/1757`,
  ],
  ...[
    '(a)[https://a.example]',
    '[(#12]',
    '[#12)(https://a.example)',
    '[b] (https://a.example)',
    '(tools/alpine)',
  ],
  ...[
    '[t](tools/alpine)',
    '![t](tools/alpine)',
    '[t]: tools/alpine',
    '#1757',
    'moby/tool#15',
    'github',
  ],
  ...[
    '\u00A0',
    '\u200B',
    '\u202E',
    '\u00AD',
    '\\',
    '&',
    '&amp;',
    '*',
    '_',
    '**',
    '`',
    '``',
    '<',
    '<b>',
    '<!--',
    '-->',
  ],
  ...[
    '```',
    '~~~',
    '| a | b |\n| - | - |',
    '[^1]',
    '[^1]: n',
    'a  ',
    'word',
    ' ',
    ' ',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
  ],
);
const document = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 16 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('\n')) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('\n\n')) },
  {
    weight: 1,
    arbitrary: fc.array(hostileText, { maxLength: 3 }).map((parts) => parts.join('\n')),
  },
);

interface Place {
  start: number;
  end: number;
  /** 1 for a deletion: what ended with it ends beside it. */
  around: number;
}

const watched = [
  'definition',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'heading',
  'listItem',
];
const others = ['footnoteDefinition', 'footnoteReference', 'code', 'inlineCode', 'html', 'table'];

/** What a text has outside of some places: elements, with their addresses and labels. */
function outside(
  { root }: Report,
  places: readonly Place[],
  move: (offset: number) => number,
): string[] {
  const found: string[] = [];
  visit(root, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    if (![...watched, ...others].includes(node.type)) return;
    // An address that links itself: the parser may have no place for it.
    if (node.type === 'link' && node.url.endsWith(toString(node))) return;
    if (
      places.some((place) => place.start - place.around < end && start < place.end + place.around)
    )
      return;
    const { type, url: to, identifier, depth } = { url: '', identifier: '', depth: '', ...node };
    found.push(`${type} ${move(start)} ${move(end)} ${to} ${identifier} ${depth}`);
  });
  return found;
}

/** Where a round's fixes were made, in the text before and after. */
function placesOf(round: readonly FixedFinding[]): { before: Place[]; after: Place[] } {
  let shift = 0;
  const before = round.map(({ fix: { start, end, text } }) => ({
    start,
    end,
    around: Number(text === ''),
  }));
  const after = round.map(({ fix: { start, end, text } }) => {
    const moved = start + shift;
    const place = { start: moved, end: moved + text.length, around: Number(text === '') };
    shift += text.length - (end - start);
    return place;
  });
  return { before, after };
}

/** With the whole lines of fixes that make a heading or list item, and the items they end. */
function linesOf(text: string, places: readonly Place[]): Place[] {
  return places.map(({ start, end }) => {
    const ending = text.slice(end).search(/[\r\n]/);
    return {
      start: Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1,
      end: ending < 0 ? text.length : end + ending,
      around: 0,
    };
  });
}

/** Milliseconds, for ten times as many examples on a busy machine. */
const slow = { timeout: 600_000 };

describe('in any file', () => {
  test('a fix touches the span of its finding alone, and all else reads as before', slow, () => {
    fc.assert(
      fc.property(document, (given) => {
        const result = fixed(given);
        let report = readReport({ path, text: given });
        const { mark } = report;
        for (const round of result.rounds) {
          const found = checkReport(report, options);
          for (const { rule, start, end, fix: edit } of round) {
            expect(found).toContainEqual(expect.objectContaining({ rule, start, end, fix: edit }));
            expect(edit.start).toBeGreaterThanOrEqual(start);
            expect(edit.end).toBeLessThanOrEqual(end);
          }
          const edits = round.map((finding) => finding.fix);
          const next = readReport({ path, text: mark + applyEdits(report.text, edits) });
          const { before, after } = placesOf(round);
          const isPlain = round.every(({ becomes }) => becomes === undefined);
          const move = (offset: number) =>
            before.reduce((moved, place, index) => {
              const edit = round[index]?.fix;
              return edit && place.end <= offset
                ? moved + edit.text.length - (place.end - place.start)
                : moved;
            }, offset);
          const was = outside(report, isPlain ? before : linesOf(report.text, before), move);
          const is = outside(next, isPlain ? after : linesOf(next.text, after), (offset) => offset);
          // A list item ends where a new one begins.
          const withoutItems = (list: string[]) =>
            list.filter((one) => !one.startsWith('listItem'));
          expect(isPlain ? is : withoutItems(is)).toEqual(isPlain ? was : withoutItems(was));
          report = next;
        }
        expect(result.text).toBe(mark + report.text);
        expect(fixed(result.text)).toMatchObject({ text: result.text, count: 0, rounds: [] });
      }),
      // `RUNS` multiplies them; ten thousand take two minutes.
      runs(60),
    );
  });
});
