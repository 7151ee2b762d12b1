import { describe, expect, test } from 'vitest';
import { refusal } from './support.ts';
import { acted, link, plainDesk } from './plain.ts';

const joined = (text: string, other: string | null = null) =>
  acted(text, { do: 'join', at: 'Second', other });
const definitions =
  '\n[#1]: https://github.com/acme/widgets/pull/1\n[#2]: https://github.com/acme/widgets/pull/2\n[#9]: https://github.com/acme/widgets/issues/9\n[@mona]: https://github.com/mona\n[@octo]: https://github.com/octo\n';

describe('two entries joined', () => {
  test.each([
    [
      'weekly',
      `- First ${link(1)} ${link(9, 'issues')} @octo.\n- Second ${link(2)} @mona @octo.\n`,
      `- First; Second ${link(1)} ${link(9, 'issues')} ${link(2)} @octo @mona.\n`,
    ],
    [
      'digest',
      `- First ([#1] [#9] [@octo])\n- Second ([#2] [@mona] [@octo])\n${definitions}`,
      `- First; Second ([#1] [#9] [#2] [@octo] [@mona])\n${definitions}`,
    ],
    [
      'changelog',
      `- ${link(1)} first.\n- ${link(2)} Second one (first contribution).\n`,
      `- ${link(1)} ${link(2)} first; Second one (first contribution).\n`,
    ],
    [
      'words in the links',
      '- [First (#1)](https://github.com/acme/widgets/pull/1)\n- [Second (#2)](https://github.com/acme/widgets/pull/2) [#9](https://github.com/acme/widgets/issues/9)\n',
      '- [First (#1)](https://github.com/acme/widgets/pull/1); [Second (#2)](https://github.com/acme/widgets/pull/2) [#9](https://github.com/acme/widgets/issues/9)\n',
    ],
    [
      'commas, and words between',
      `- First – ${link(1)}, ${link(9, 'issues')} by @octo, @ann\n- Second ${link(2)} @mona\n`,
      `- First; Second – ${link(1)}, ${link(9, 'issues')}, ${link(2)} by @octo, @ann, @mona\n`,
    ],
    [
      'references in the middle of a sentence',
      `- First, as ${link(1)} says, for all of us.\n- Second ${link(2)} @mona.\n`,
      `- First, as ${link(1)} says, for all of us; Second ${link(2)} @mona.\n`,
    ],
    [
      'plain numbers',
      '- First #1 @octo.\n- Second #2 #1 @mona.\n',
      '- First; Second #1 #2 @octo @mona.\n',
    ],
    [
      'with what is below',
      `- First ${link(1)}.\n  - note\n- Second ${link(2)}.\n  - more\n\n  And more.\n`,
      `- First; Second ${link(1)} ${link(2)}.\n  - note\n  - more\n\n  And more.\n`,
    ],
    [
      'rows',
      `| What | Where | Who |\n| --- | --- | --- |\n| First | ${link(1)} | @octo |\n| Second | ${link(2)} | @mona |\n`,
      `| What | Where | Who |\n| --- | --- | --- |\n| First; Second | ${link(1)} ${link(2)} | @octo @mona |\n`,
    ],
    [
      'a stop inside of the words',
      `- First. ([#1] [@octo])\n- Second. ([#2] [@mona])\n${definitions}`,
      `- First; Second. ([#1] [#2] [@octo] [@mona])\n${definitions}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(joined(text).text).toBe(expected);
  });

  test('says so, with the cursor between their words', () => {
    const { said, shown } = joined(`- First ${link(1)} @octo.\n- Second ${link(2)} @mona.\n`);
    expect(said).toBe('Joined #2 with #1.');
    expect(shown).toContain('- First||; Second');
  });

  test('across sections, in the place of the other one', () => {
    const text = `## A\n\n- Second ${link(2)}.\n\n## B\n\n- First ${link(1)}.\n`;
    expect(joined(text, 'First').text).toBe(
      `## A\n\n## B\n\n- First; Second ${link(1)} ${link(2)}.\n`,
    );
  });

  test('is refused without another one, and for HTML', () => {
    expect(refusal(() => joined(`## Core\n\n- Second ${link(2)}.\n`))).toBe(
      'This is the first entry of Core. Choose the entry to join it with.',
    );
    const href = (number: number) =>
      `<a href="https://github.com/acme/widgets/pull/${String(number)}">x</a>`;
    const html = `<ul>\n<li>First ${href(1)}</li>\n<li>Second ${href(2)}</li>\n</ul>\n`;
    expect(refusal(() => joined(html))).toBe('#1 is HTML. Edit it in the source.');
  });
});

describe('an entry split', () => {
  const split = (text: string, desk = plainDesk) => acted(text, { do: 'split', at: 'First' }, desk);

  test('by its words, with issues and people where they belong', () => {
    const text = `- First; Second ${link(1)} ${link(9, 'issues')} ${link(2)} @octo @mona.\n`;
    const { text: after, said } = split(text);
    expect(after).toBe(
      `- First ${link(1)} ${link(9, 'issues')} @octo.\n- Second ${link(2)} @mona.\n`,
    );
    expect(said).toBe('Split #1 and #2.');
  });

  test('keeps its words, where they are one sentence; the other has its title', () => {
    const text = `- First and last ${link(1)} ${link(2)} @octo @mona.\n  - note\n`;
    expect(split(text).text).toBe(
      `- First and last ${link(1)} @octo.\n  - note\n- Fix the \\*lever\\* ${link(2)} @mona.\n`,
    );
  });

  test('is refused for a single pull request', () => {
    expect(refusal(() => split(`- First ${link(1)} ${link(9, 'issues')}.\n`))).toBe(
      '#1 has no second pull request in its entry, so there is nothing to split.',
    );
  });
});

test('an entry with people between its references is split, too', () => {
  const text = `- First after ${link(1)} by @octo ${link(2)} @mona @ann.\n`;
  const { text: split } = acted(text, { do: 'split', at: 'First' });
  expect(split).toBe(
    `- First after ${link(1)} @octo @ann.\n- Fix the \\*lever\\* ${link(2)} @mona.\n`,
  );
});
