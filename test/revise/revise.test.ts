import { describe, expect, test } from 'vitest';
import { changes } from './support.ts';
import {
  tuesday,
  friday,
  series,
  draft,
  link,
  entry,
  line,
  rerun,
  refreshed3,
  newSection,
} from './tuesday-to-friday.ts';

describe('an unedited draft', () => {
  test('becomes the fresh draft', () => {
    const { text, result } = series.rerun(draft, friday);
    expect(text).toBe(series.draft(friday));
    expect(result).toMatchObject({
      added: ['linuxkit/linuxkit#4', 'linuxkit/linuxkit#5'],
      refreshed: ['linuxkit/linuxkit#3'],
    });
  });

  test('holds the same when only its line endings keep it from that', () => {
    const { text } = series.rerun(draft.replaceAll('\n', '\r\n'), friday);
    expect(changes(series.draft(friday), text.replaceAll('\r\n', '\n'))).toEqual([]);
  });
});

describe('an edited report', () => {
  test('without new facts stays the same, to the last byte of its record', () => {
    const edited = draft.replace('Change 2', 'A change');
    expect(series.rerun(edited, tuesday).text).toBe(edited);
  });

  test('gets new entries, and its untouched ones are refreshed', () => {
    const edited = draft.replace('Change 2', 'A change');
    const { result } = series.rerun(edited, friday);
    expect(rerun(edited)).toEqual([...refreshed3, `+${entry(4)}`, ...newSection]);
    expect(result).toEqual({
      added: ['linuxkit/linuxkit#4', 'linuxkit/linuxkit#5'],
      again: [],
      refreshed: ['linuxkit/linuxkit#3'],
      kept: ['linuxkit/linuxkit#2'],
      leftOut: [],
      cited: [],
      changed: [],
      elsewhere: [],
      unplaced: [],
      gone: [],
      unseen: [],
      unshown: [],
      dropped: [],
      frontMatter: { added: [], refreshed: [], kept: [] },
    });
  });

  test('keeps the editor’s words about an item whose facts have changed', () => {
    const edited = draft.replace('Change 3', 'My words on 3');
    expect(rerun(edited)).toEqual([`+${entry(4)}`, ...newSection]);
    const { result } = series.rerun(edited, friday);
    expect(result.changed.map(({ item }) => item)).toEqual(['linuxkit/linuxkit#3']);
  });

  test('knows its own words again when the editor takes an edit back', () => {
    const { text } = series.rerun(draft.replace('Change 3', 'My words on 3'), friday);
    expect(rerun(text.replace('My words on 3', 'Change 3'))).toEqual(refreshed3);
  });

  test('does not restore deleted entries, in any number of reruns', () => {
    const { text, result } = series.rerun(draft.replace(line(3), ''), friday);
    expect(result.leftOut).toEqual(['linuxkit/linuxkit#3']);
    expect(rerun(text.replace(line(4), ''))).toEqual([]);
  });

  test('keeps items that the facts no longer have, and reports them', () => {
    const edited = draft.replace('Change 2', 'A change');
    const { text, result } = series.rerun(edited, { ...tuesday, issues: [] });
    expect(changes(edited, text)).toEqual([]);
    expect(result.gone).toEqual(['linuxkit/linuxkit#21', 'linuxkit/linuxkit#20']);
  });
});

describe('after any edit', () => {
  const fresh4 = [...refreshed3, `+${entry(4)}`];
  test.each<[string, (text: string) => string, string[]]>([
    [
      'renamed a heading',
      (text) => text.replace('### Kernel', '### The kernel'),
      [...fresh4, ...newSection],
    ],
    [
      'moved a section',
      (text) =>
        text
          .replace(`### Kernel\n\n${line(2)}${line(3)}\n`, '')
          .replace('## Blogs', `### Kernel\n\n${line(2)}${line(3)}\n## Blogs`),
      [...fresh4, ...newSection],
    ],
    [
      'moved an entry to another section',
      (text) => text.replace(line(3), '').replace(line(1), line(1) + line(3)),
      [...refreshed3, `+${entry(4)}`, ...newSection],
    ],
    [
      'merged entries',
      (text) => text.replace(line(2) + line(3), `- Kernels ${link(2)} ${link(3)} @rneugeba.\n`),
      [`+${entry(4)}`, ...newSection],
    ],
    [
      'used reference links',
      (text) =>
        text
          .replace(entry(2), '- Change 2 [linuxkit/linuxkit#2] @rneugeba.')
          .replace(
            '<!-- devreport',
            '[linuxkit/linuxkit#2]: https://github.com/linuxkit/linuxkit/pull/2\n\n<!-- devreport',
          ),
      [...fresh4, ...newSection],
    ],
    [
      'used another bullet',
      (text) => text.replace(/^- /gm, '* '),
      [...[...fresh4, ...newSection].map((one) => one.replace('- ', '* '))],
    ],
    [
      'indented with tabs',
      (text) => text.replace(/^- /gm, '-\t'),
      [...fresh4, ...newSection].map((one) => one.replace('- ', '-\t')),
    ],
    [
      'numbered the entries',
      (text) =>
        text.replace(line(2) + line(3), line(2).replace('-', '1.') + line(3).replace('-', '2.')),
      [
        ...refreshed3.map((one) => one.replace('- ', '2. ')),
        `+${entry(4)}`.replace('- ', '3. '),
        ...newSection,
      ],
    ],
    [
      'put blank lines between entries',
      (text) => text.replace(line(2), `${line(2)}\n`),
      [...fresh4, '+', ...newSection],
    ],
    [
      'nested the entries',
      (text) => text.replace(line(2) + line(3), `- Kernels:\n  ${line(2)}  ${line(3)}`),
      [...refreshed3.map((one) => one.replace('- ', '  - ')), `+  ${entry(4)}`, ...newSection],
    ],
    [
      'added to an entry',
      (text) => text.replace(line(3), `${line(3)}  - More about it.\n`),
      [`+${entry(4)}`, ...newSection],
    ],
    [
      'made the entries a table',
      (text) =>
        text.replace(
          line(2) + line(3),
          `| What | Where |\n| --- | --- |\n| Two | ${link(2)} |\n| Three | ${link(3)} |\n`,
        ),
      [`+${entry(4)}`, '+', ...newSection],
    ],
    [
      'folded a section',
      (text) => text.replace(line(2) + line(3), `<details>\n\n${line(2)}${line(3)}\n</details>\n`),
      [...fresh4, ...newSection],
    ],
    [
      'underlined the headings',
      (text) =>
        text.replace('## PRs merged', 'PRs merged\n----------').replace('## Blogs', 'Blogs\n-----'),
      [...fresh4, ...newSection],
    ],
    [
      'moved all headings a level down',
      (text) => text.replace(/^#/gm, '##'),
      [...fresh4, '+#### Testing', '+', `+${entry(5)}`, '+'],
    ],
    [
      'deleted a section that gets a new entry',
      (text) => text.replace(`### Kernel\n\n${line(2)}${line(3)}\n`, ''),
      ['+### Kernel', '+', `+${entry(4)}`, '+', ...newSection],
    ],
    [
      'put a front matter',
      (text) => `---\ntitle: x\ntags:\n  - week\n---\n\n${text}`,
      [...fresh4, ...newSection],
    ],
    ['began with a byte order mark', (text) => `\uFEFF${text}`, [...fresh4, ...newSection]],
    ['left no final newline', (text) => text.trimEnd(), [...fresh4, ...newSection]],
    ['wrote on below the record', (text) => `${text}\nPS.\n`, [...fresh4, ...newSection]],
    [
      'showed an entry in a code block',
      (text) => text.replace('## Blogs', `\`\`\`\n${line(4)}### Testing\n\`\`\`\n\n## Blogs`),
      [...fresh4, ...newSection],
    ],
    [
      'left a code block in a list open',
      (text) => text.replace(line(2), `${line(2)}  \`\`\`\n  code\n`),
      [...fresh4, ...newSection],
    ],
    [
      'copied an entry',
      (text) => text.replace(line(3), line(3) + line(3)),
      [...refreshed3, `+${entry(4)}`, ...newSection],
    ],
  ])('%s: only new entries are added', (_, edit, expected) => {
    const edited = edit(draft);
    expect(edited).not.toBe(draft);
    expect(rerun(edited)).toEqual(expected);
  });

  test('wrote other line endings: new lines have them too', () => {
    const edited = draft.replace('Change 2', 'Two').replaceAll('\n', '\r\n');
    const { text } = series.rerun(edited, friday);
    expect(text.match(/(?<!\r)\n/g)).toBeNull();
    expect(text).toContain(`${entry(3, 'Better title')}\r\n${entry(4)}\r\n`);
  });

  test('mixed line endings: a new entry has that of its neighbour', () => {
    const edited = draft.replace(line(3), line(3).replace('\n', '\r\n'));
    const { text } = series.rerun(edited, friday);
    expect(text).toContain(`${line(2)}${entry(3, 'Better title')}\r\n${entry(4)}\r\n`);
  });
});

describe('an item cited elsewhere is not added again', () => {
  const url = 'https://github.com/linuxkit/linuxkit/pull/4';
  test.each([
    ['in prose', `We like [this](${url}).`],
    ['with an anchor', `We like [this](${url}#issuecomment-1).`],
    ['as a bare URL', `We like ${url}.`],
    ['as a URL without its scheme', 'We like github.com/linuxkit/linuxkit/pull/4.'],
    ['as an issue', 'We like [#4](https://github.com/linuxkit/linuxkit/issues/4).'],
    ['by number', 'We like #4.'],
    ['by full name', 'We like LinuxKit/linuxkit#4.'],
    ['by an undefined reference', 'We like [linuxkit/linuxkit#4].'],
    ['by a defined reference', `We like [it][four].\n\n[four]: ${url}`],
    ['with a wrong link', 'We like [#4](https://github.com/linuxkit/linuxkit/pull/1560).'],
    ['in broken link syntax', `We like (it)[${url}].`],
    ['in a table', `| a |\n| --- |\n| [x](${url}) |`],
    ['in HTML', `<p>\n<a href="${url}">four</a>\n</p>`],
    ['in HTML inside text', `We like <a href="${url}">four</a>.`],
    ['in a footnote', `We like it.[^1]\n\n[^1]: [Four](${url})`],
    ['in a quote', `> [Four](${url})`],
  ])('%s', (_, prose) => {
    const edited = draft.replace('## Blogs', `${prose}\n\n## Blogs`);
    expect(rerun(edited)).toEqual([...refreshed3, ...newSection]);
    expect(series.rerun(edited, friday).result.cited).toEqual([
      { item: 'linuxkit/linuxkit#4', under: 'Issues' },
    ]);
  });

  test.each([
    ['in a comment', `<!-- ${url} -->`],
    ['in code', `\`${url}\``],
    ['in a definition nothing uses', `[four]: ${url}`],
    ['as part of another number', 'We like #41 and a#4.'],
    ['in another repository', 'We like [#4](https://github.com/moby/tool/pull/4).'],
  ])('but %s it does not count as cited', (_, prose) => {
    const edited = draft.replace('## Blogs', `${prose}\n\n## Blogs`);
    expect(rerun(edited)).toEqual([...refreshed3, `+${entry(4)}`, ...newSection]);
  });
});
