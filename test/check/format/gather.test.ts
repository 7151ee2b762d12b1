import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../src/check/check-report.ts';
import { noNeighbours } from '../../../src/check/context/neighbours.ts';
import { fix } from '../../../src/check/fix.ts';
import { gather } from '../../../src/check/format/gather.ts';
import { readReport } from '../../../src/report/report.ts';
import { linesOf } from '../lines.ts';
import { alone, exampleOptions } from '../world.ts';

const options = { ...(await exampleOptions()), facts: null, neighbours: noNeighbours };
const found = (text: string) => checkReport(readReport({ path: 'report.md', text }), options);
const gathered = (text: string) => linesOf(gather(found(text)));

const bareEntries = (count: number) =>
  Array.from({ length: count }, (_, index) => `- Entry #${index + 100}\n`).join('');

describe('bare references', () => {
  test('are shown by paragraph', () => {
    const few = [...gathered(bareEntries(7)), ...gathered('See #12 and #13,\nand #14.\n')];
    expect(few).toHaveLength(8);
    expect(few[0]).toBe(
      '1:9 warning bare-reference: Unlinked reference `#100`; GitHub links it in comments, but not in files',
    );
    expect(few[7]).toBe(
      '1:5 warning bare-reference: Unlinked references `#12`, `#13` and `#14`; GitHub links them in comments, but not in files',
    );
    expect(gathered(bareEntries(8))).toHaveLength(8);
  });

  test('in more paragraphs than eight are shown as one', () => {
    expect(found(bareEntries(40))).toHaveLength(40);
    const [only, ...others] = gathered(bareEntries(40));
    expect(only).toMatch(/^1:9 warning bare-reference: Unlinked references `#100`, `#101`, /);
    expect(only).toMatch(/ and \d+ more; GitHub links them in comments, but not in files$/);
    expect(only?.length).toBeLessThan(300);
    expect(others).toEqual([]);
    const report = readReport({ path: 'report.md', text: bareEntries(40) });
    const fixed = fix(report, { ...alone, repository: 'linuxkit/linuxkit' });
    expect(fixed.text.match(/linuxkit\/linuxkit\/issues\/1\d\d\)/g)).toHaveLength(40);
    expect(fixed).toMatchObject({ count: 40, left: [] });
  });
});

test.each([
  [
    'a\u00A0no-break space,\n\na zero-width\u200B one, and\u00A0again\n',
    '1:2 warning invisible-character: 3 invisible characters on lines 1 and 3: `U+00A0 NO-BREAK SPACE` and `U+200B ZERO WIDTH SPACE`',
  ],
  [
    'a\u200Bb\u200Bc\n',
    '1:2 warning invisible-character: 2 invisible characters on line 1: `U+200B ZERO WIDTH SPACE`',
  ],
  [
    '# A\n\n### B\n\nText\n\n## C\n\nText\n\n## D\n\nText\n\n## E\n\nText\n\n# F\n\n### G\n\nText\n',
    '3:1 warning heading-increment: 2 headings skip a level, on lines 3 and 21',
  ],
  [
    '<!-- editor: Write this. -->\n\n<!-- editor: And this. -->\n',
    '1:1 warning leftover-instruction: 2 leftover comments for the editor; delete them when done',
  ],
  [
    'Text\n\n[#12]: https://example.com/12\n[#13]: https://example.com/13\n',
    '3:1 info no-unused-definitions: 2 unused definitions: `#12` and `#13`',
  ],
  [
    'See [#12].\n\n[#12]: https://example.com/12\n[#12]: https://example.com/12\n[#12]: https://example.com/13\n',
    '4:1 warning no-duplicate-definitions: Duplicate definitions of `#12`; only the first one of each counts',
  ],
  [
    '- One\n\n\n\nText\n\n* Two\n* Three\n',
    '7:1 info unordered-list-marker-style: 2 bullets differ from the first one: `*`',
  ],
  [
    'See [the docs][rtf] and [tests][RTF].\n',
    '1:5 error no-undefined-references: Undefined reference `rtf` (2 times)',
  ],
  [
    'We imrpoved the shell, imrpoved the kernel and imrpoved the docs.\n',
    '1:4 warning spelling: Unknown word `imrpoved`; did you mean `improved`? (3 times)',
  ],
  [
    'Open issues on github, or ask in the Github organization.\n',
    '1:16 info proper-names: Wrong capitals in `github`; write `GitHub` (2 times)',
  ],
])('one slip all over a report is shown once: %j', (text, line) => {
  expect(found(text).length).toBeGreaterThan(1);
  expect(gathered(text)).toEqual([line]);
});

test('different slips are shown one by one', () => {
  expect(gathered('We imrpoved the kernel wih success, and github with gitlab.\n')).toHaveLength(4);
  expect(gathered('By @deitch] and @rneugeba], see [a](gone.md) and [b](gone.md).\n')).toHaveLength(
    4,
  );
});
