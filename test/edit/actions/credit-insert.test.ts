import { describe, expect, test } from 'vitest';
import { refusal } from './support.ts';
import { acted, link, plainDesk } from './plain.ts';

const definitions =
  '\n[#1]: https://github.com/acme/widgets/pull/1\n[@octo]: https://github.com/octo\n';

describe('a person credited', () => {
  const credited = (text: string, login = 'ann') =>
    acted(text, { do: 'credit', at: 'Words', login }).text;

  test.each([
    [`- Words ${link(1)} @octo.\n`, `- Words ${link(1)} @octo @ann.\n`],
    [`- Words ${link(1)}.\n`, `- Words ${link(1)} @ann.\n`],
    [`- Words about it.\n`, `- Words about it @ann.\n`],
    [`- ${link(1)} Words.\n`, `- ${link(1)} Words @ann.\n`],
    [`- Words ${link(1)} by @octo, @mona\n`, `- Words ${link(1)} by @octo, @mona, @ann\n`],
    [
      `- Words ${link(1)} [@octo](https://github.com/octo).\n`,
      `- Words ${link(1)} [@octo](https://github.com/octo) [@ann](https://github.com/ann).\n`,
    ],
    [
      `- Words ([#1] [@octo])\n${definitions}`,
      `- Words ([#1] [@octo] [@ann])\n${definitions.replace('[@octo]:', '[@ann]: https://github.com/ann\n[@octo]:')}`,
    ],
    [
      `- Words ([#1])\n- Else ([#1] [@octo])\n${definitions}`,
      `- Words ([#1] [@ann])\n- Else ([#1] [@octo])\n${definitions.replace('[@octo]:', '[@ann]: https://github.com/ann\n[@octo]:')}`,
    ],
    [
      `| What | Who |\n| --- | --- |\n| Words ${link(1)} | |\n`,
      `| What | Who |\n| --- | --- |\n| Words ${link(1)} | @ann |\n`,
    ],
    [
      '<ul>\n<li>Words <a href="https://github.com/acme/widgets/pull/1">#1</a></li>\n</ul>\n',
      '<ul>\n<li>Words <a href="https://github.com/acme/widgets/pull/1">#1</a> @ann</li>\n</ul>\n',
    ],
  ])('%j', (text, expected) => {
    expect(credited(text)).toBe(expected);
  });

  test('not twice, and only by a login', () => {
    expect(refusal(() => credited(`- Words ${link(1)} @Octo.\n`, 'octo'))).toBe(
      '#1 already credits @octo. Choose somebody else.',
    );
    expect(refusal(() => credited(`- Words ${link(1)}.\n`, 'a](x)'))).toBe(
      '“a](x)” is no login on GitHub. Choose a person, or type a login.',
    );
  });
});

describe('an item inserted', () => {
  const inserted = (text: string, item = 'acme/widgets#2') =>
    acted(text, { do: 'insert-item', at: '~', item });

  test.each([
    [`- Words ${link(1)}\n\nSee ~.\n`, `- Words ${link(1)}\n\nSee ${link(2)}.\n`],
    [
      `- Words ([#1])\n\nSee ~(x).\n${definitions}`,
      `- Words ([#1])\n\nSee [#2][](x).\n${definitions.replace('[@octo]:', '[#2]: https://github.com/acme/widgets/pull/2\n[@octo]:')}`,
    ],
    ['About #1, #7 and ~.\n', 'About #1, #7 and #2.\n'],
    [`Words ${link(1)} \`~\`\n`, `Words ${link(1)} \`#2\`\n`],
    [`Words ${link(1)} !~\n`, `Words ${link(1)} ! ${link(2)}\n`],
    [
      '- Words [acme/widgets#1]\n\nSee ~.\n\n[acme/widgets#1]: https://github.com/acme/widgets/pull/1\n',
      '- Words [acme/widgets#1]\n\nSee [acme/widgets#2].\n\n[acme/widgets#1]: https://github.com/acme/widgets/pull/1\n[acme/widgets#2]: https://github.com/acme/widgets/pull/2\n',
    ],
    [
      `- Words [#1] [#2]\n\nSee ~.\n${definitions}\n[#2]: https://elsewhere.example\n`,
      `- Words [#1] [#2]\n\nSee ${link(2)}.\n${definitions}\n[#2]: https://elsewhere.example\n`,
    ],
  ])('%j', (text, expected) => {
    const { text: after, shown } = inserted(text);
    expect(after).toBe(expected);
    expect(shown).toMatch(/2\)?\]?(?:\(\S+\))?(?:\[\])?\|\|/);
  });

  test('of another repository, and one that nothing is known about', () => {
    expect(inserted(`Words ${link(1)} ~\n`, 'acme/docs#3').text).toContain(
      '[acme/docs#3](https://github.com/acme/docs/issues/3)',
    );
    expect(refusal(() => inserted('~', 'hello'))).toBe(
      '“hello” is no issue or pull request. Choose one from the list.',
    );
  });
});

describe('a person inserted', () => {
  const inserted = (text: string) =>
    acted(text, { do: 'insert-person', at: '@lo', login: 'ann' }).text;

  test('in the style of the report', () => {
    expect(inserted(`- Words ${link(1)} @octo.\n\nThanks @lo!\n`)).toContain('Thanks @ann!');
    expect(inserted(`- Words ([#1] [@octo])\n\nThanks @lo!\n${definitions}`)).toContain(
      'Thanks [@ann]!',
    );
  });
});

describe('an item brought back without drafts', () => {
  const back = (text: string, to: string | null = null) =>
    acted(text, { do: 'bring-back', item: 'acme/widgets#2', to }, plainDesk);

  test('is written in the style of the others', () => {
    const text = `# R\n\n## Core\n\n- Words ${link(1)} ${link(9, 'issues')} @octo.\n\n## Else\n`;
    const entry = `- Fix the \\*lever\\* ${link(2)} @mona.`;
    const { text: after, said } = back(text);
    expect(after).toBe(text.replace('@octo.\n', `@octo.\n${entry}\n`));
    expect(said).toBe('Brought #2 back to Core.');
    expect(back(text, 'Else').text).toBe(`${text}\n${entry}\n`);
    const digest = `## Core\n\n- Words ([#1] [@octo])\n${definitions}`;
    expect(back(digest).text).toContain('- Fix the \\*lever\\* ([#2] [@mona])\n\n[#1]:');
  });

  test('is refused where it is cited, or without a section', () => {
    expect(refusal(() => back(`## Core\n\n- Words ${link(2)}\n`))).toBe(
      '#2 is already in Core. Move it from there.',
    );
    expect(refusal(() => back(`## Other\n\n- Words ${link(1)}\n`))).toBe(
      'The draft has no section for #2. Choose one.',
    );
  });
});
