import fc from 'fast-check';
import { readReport } from '../../src/report/report.ts';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { type CheckOptions, checkReport } from '../../src/check/check-report.ts';
import { noNeighbours } from '../../src/check/context/neighbours.ts';
import { fix } from '../../src/check/fix.ts';
import { ruleIds } from '../../src/config/check-rules.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { exampleOptions } from './world.ts';
import { runs } from '../support/runs.ts';

const path = 'reports/2017-05-08.md';
// Loading is the only wait; the rules themselves are pure.
const options: CheckOptions = {
  ...(await exampleOptions()),
  dictionary: null,
  neighbours: noNeighbours,
};

/** Pieces of reports, right and wrong, in which the rules find something. */
const piece = fc.constantFrom(
  '# Report',
  '##\u00A0Kernel',
  '###Core',
  '####\u00A0Deep',
  '## PRs merged',
  '### Issues',
  '## Blogs',
  '-\u00A0An entry of #1757',
  '1.\u00A0Numbered',
  '- Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @rneugeba].',
  '- Debug builds [#1746](https://github.com/linuxkit/linuxkit/pull/1746) @rneugeba]).',
  '* Base [#1763](https://github.com/linuxkit/linuxkit/pull/1560) @justincormack.',
  '- A (thing) [of] @deitch] and (more',
  'Ask in the (slack)[https://example.com/slack] or [(#1757] [#1763]).',
  'See [#1363)(https://example.com/1363) and [notes] (https://example.com/notes) (#1757)',
  'The [base](tools/alpine/), [docs](../docs/yaml.md#kernal), [gone](../gone.md).',
  'In #1327, moby/tool#15 and [#1318], by [@nobody].',
  'A\u00A0no-break\u200B text with `#12` and \\[escapes\\] &amp; <b>#1757</b>.',
  '[#12]: https://github.com/linuxkit/linuxkit/pull/12',
  '[#12]: https://github.com/linuxkit/linuxkit/pull/13',
  '[#12] [#12][]',
  'There were 9 contributions (PRs/Issues/Comments) from 2 contributors. 9 new PRs were opened and 2 PRs were merged.',
  '```\n[#1363)(https://example.com) ##\u00A0Code #1757 @a]\n```',
  '> Quoted #1757 @deitch]',
  '| a #1757 | b @deitch] |\n| --- | --- |\n| c | [d](tools/alpine) |',
  '<!-- lint ignore bare-reference -->',
  '<!-- editor: Write this. -->',
  'Ask on github, the the Github org, for [#1763 [#1757].',
  '<!-- lint nonsense -->',
);
const ending = fc.constantFrom('\n', '\r\n');
const document = fc
  .tuple(
    fc.array(piece, { maxLength: 8 }),
    ending,
    fc.constantFrom('', '\uFEFF'),
    fc.constantFrom('', '---\ntitle: "#12"\n---\n'),
  )
  .map(([pieces, eol, mark, front]) =>
    `${mark}${front}${pieces.join('\n\n')}\n`.replaceAll('\n', eol),
  );

function countByRule(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of checkReport(readReport({ path, text }), options))
    counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

describe('fixing', () => {
  test('twice is fixing once, and causes no new finding', () => {
    fc.assert(
      fc.property(document, (text) => {
        const fixed = fix(readReport({ path, text }), options).text;
        expect(fix(readReport({ path, text: fixed }), options)).toMatchObject({
          text: fixed,
          count: 0,
        });
        const before = countByRule(text);
        for (const [rule, count] of Object.entries(countByRule(fixed))) {
          expect(count, rule).toBeLessThanOrEqual(before[rule] ?? 0);
        }
      }),
      runs(20),
    );
  });

  test('changes nothing around a fix', () => {
    const kept = fc.constantFrom(
      'Plain *text*,  with\ttabs and trailing blanks  ',
      '+   Another [bullet](https://example.com) &amp; more\\',
      '~~~\n##\u00A0Code #1327 (a)[https://example.com]\n~~~',
      '<!-- a comment with #1327 -->',
      'Setext\n======',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, kept), { maxLength: 6 }), ending, (pairs, eol) => {
        const text = pairs.flat().join('\n\n').replaceAll('\n', eol);
        let rest = fix(readReport({ path, text }), options).text;
        for (const [, stays] of pairs) {
          const at = rest.indexOf(stays.replaceAll('\n', eol));
          expect(at, stays).toBeGreaterThanOrEqual(0);
          rest = rest.slice(at + 1);
        }
      }),
      runs(20),
    );
  });

  test('an address changes nothing that a reader sees', () => {
    const others = ruleIds.filter((id) => !['link-kind', 'relative-link'].includes(id));
    const severities = Object.fromEntries(others.map((id) => [id, 'off' as const]));
    const seen = (text: string) => toString(parseMarkdown(text));
    fc.assert(
      fc.property(document, (text) => {
        const fixed = fix(readReport({ path, text }), { ...options, severities }).text;
        expect(seen(fixed)).toBe(seen(text));
      }),
      runs(15),
    );
  });

  test('changes no byte of a report without findings', () => {
    const text =
      '\uFEFF---\r\nlayout: report\r\n---\r\n# Report\r\n\r\n* A\ttab, and [a link](../docs/yaml.md)';
    expect(fix(readReport({ path, text }), options)).toMatchObject({ text, count: 0 });
  });

  test('changes only the finding, in any surroundings', () => {
    const around = (slip: string) =>
      `\uFEFF# Report\r\n\r\n*   Odd\tindent\r\n\r\n${slip}\r\n\r\n~~~\r\n${slip}\r\n~~~\r\n   trailing  `;
    const text = around('##\u00A0Kernel');
    const once = text.replace('##\u00A0', '## ');
    expect(fix(readReport({ path, text }), options).text).toBe(once);
  });

  test('is not done where it would cause another finding', () => {
    // As a heading it would skip two levels.
    const text = '# Report\n\n####\u00A0Deep\n\nText\n\n## A\n\nText\n\n## B\n\nText\n';
    expect(fix(readReport({ path, text }), options)).toMatchObject({ text, count: 0 });
  });

  const github = 'https://github.com/linuxkit/linuxkit';
  test.each([
    [
      'a line that looks like a definition',
      `See [#1757].\n\n[#1757]: ${github}/pull/1757 note\n[#1746]: ${github}/issues/1746\n`,
    ],
    [
      'a line of a paragraph that would become a definition',
      '# A\n\n##\u00A0B\n[@rn]: https://github.com/rn\n',
    ],
    ['a label that would become another one', '[a\u200Bb]\n\n[a\u200Bb]: https://example.com\n'],
    ['a label that would become defined', '[a\u200Bb]\n\n[ab]: https://example.com\n'],
    ['a text that would become emphasised', 'A \\\u200B*word* and *another*\n'],
    ['blanks that would become a line break', 'One  \u200B\ntwo\n'],
    [
      'lists that would become one',
      '[#12]\n\n[#12]: https://a.example\n\n- a\n\n[#12]: https://a.example\n\n- b\n',
    ],
    ['a definition that other references use', `[#1757][a] [that][a]\n\n[a]: ${github}/pull/9\n`],
  ])('leaves %s', (_, text) => {
    const { text: fixed, count } = fix(readReport({ path, text }), options);
    expect(fixed).toBe(text);
    expect(count).toBe(0);
    expect(checkReport(readReport({ path, text }), options)).not.toEqual([]);
  });

  test('makes a bullet between bullets one of them', () => {
    const text = '- a\n-\u00A0b\n- c\n';
    expect(fix(readReport({ path, text }), options).text).toBe('- a\n- b\n- c\n');
  });

  test('names what it removed', () => {
    const text = 'One\u200B, two\u202E and\u200B three.\n';
    const { rounds } = fix(readReport({ path, text }), options);
    expect(rounds.flat().map(({ message }) => message)).toEqual([
      'Invisible character `U+200B ZERO WIDTH SPACE`',
      'Invisible character `U+202E RIGHT-TO-LEFT OVERRIDE`',
      'Invisible character `U+200B ZERO WIDTH SPACE`',
    ]);
  });
});
