import { describe, expect, test } from 'vitest';
import { act, bot, closes, files, issue, pull } from '../support/snapshot.ts';
import { changes, type Facts, Series } from './support.ts';

const kernel = { files: files('kernel/Dockerfile') };
const testing = { files: files('test/a') };
const discussed = { activity: [act('commented', 'justincormack')] };

/** Tuesday's facts, and Friday's: 3 was retitled, 4, 5 and 6 are new, 20 was resolved by 6. */
const tuesday: Facts = {
  pullRequests: [pull(1), pull(2, kernel), pull(3, kernel)],
  issues: [issue(20, discussed), issue(21, discussed)],
};
const friday: Facts = {
  pullRequests: [
    pull(1),
    pull(2, kernel),
    pull(3, { ...kernel, title: 'Better title' }),
    pull(4, kernel),
    pull(5, testing),
  ],
  issues: [issue(20, discussed), issue(21, discussed)],
};

const series = new Series();
const draft = series.draft(tuesday);

const link = (number: number, kind = 'pull') =>
  `[#${number}](https://github.com/linuxkit/linuxkit/${kind}/${number})`;
const entry = (number: number, title = `Change ${number}`) =>
  `- ${title} ${link(number)} @rneugeba.`;
const line = (number: number) => `${entry(number)}\n`;

/** What Friday's rerun changes in a text. */
function rerun(edited: string, facts = friday): string[] {
  const { text } = series.rerun(edited, facts);
  expect(series.rerun(text, facts).text).toBe(text);
  return changes(edited, text);
}

const refreshed3 = [`-${entry(3)}`, `+${entry(3, 'Better title')}`];
const newSection = ['+### Testing', '+', `+${entry(5)}`, '+'];

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
      gone: [],
      unseen: [],
      unshown: [],
      dropped: [],
    });
  });

  test('keeps the editor’s words about an item whose facts have changed, and reports it once', () => {
    const edited = draft.replace('Change 3', 'My words on 3');
    expect(rerun(edited)).toEqual([`+${entry(4)}`, ...newSection]);
    const { text, result } = series.rerun(edited, friday);
    expect(result.changed).toEqual(['linuxkit/linuxkit#3']);
    expect(series.rerun(text, friday).result.changed).toEqual([]);
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

describe('joint entries', () => {
  const resolving: Facts = { pullRequests: [pull(1, { references: [closes(20)] })], issues: [] };
  const joined: Facts = {
    pullRequests: [
      pull(1, { references: [closes(20)] }),
      pull(2, { references: [closes(20)], author: { login: 'deitch', type: 'user' } }),
    ],
  };
  const alone = `- Change 1 ${link(1)} ${link(20, 'issues')} @rneugeba.`;
  const joint = `- Change 1 ${link(1)} ${link(2)} ${link(20, 'issues')} @rneugeba @deitch.`;

  test('a pull request joins an untouched entry', () => {
    const edited = series.draft(resolving).replace('## Blogs', 'Words.\n\n## Blogs');
    expect(rerun(edited, joined)).toEqual([`-${alone}`, `+${joint}`]);
  });

  test('beside an edited entry it is a separate entry', () => {
    const edited = series.draft(resolving).replace('Change 1', 'One');
    expect(rerun(edited, joined)).toEqual([`+- Change 2 ${link(2)} @deitch.`]);
    expect(series.rerun(edited, joined).result).toMatchObject({
      added: ['linuxkit/linuxkit#2'],
      changed: ['linuxkit/linuxkit#1', 'linuxkit/linuxkit#20'],
    });
  });

  test('that entry is refreshed later, like any other', () => {
    const edited = series.draft(resolving).replace('Change 1', 'One');
    const { text } = series.rerun(edited, joined);
    const retitled =
      joined.pullRequests?.map((one) => (one.number === 2 ? { ...one, title: 'Two' } : one)) ?? [];
    expect(rerun(text, { pullRequests: retitled })).toEqual([
      `-- Change 2 ${link(2)} @deitch.`,
      `+- Two ${link(2)} @deitch.`,
    ]);
  });

  test('of a deleted entry only new items are added', () => {
    const edited = series.draft(resolving).replace(`${alone}\n`, '');
    expect(rerun(edited, joined)).toEqual([`+- Change 2 ${link(2)} @deitch.`, '+']);
  });

  test('two untouched entries become one', () => {
    const apart: Facts = { pullRequests: [pull(1), pull(2)] };
    const edited = series.draft(apart).replace('## Blogs', 'Words.\n\n## Blogs');
    const both: Facts = {
      pullRequests: [1, 2].map((number) => pull(number, { references: [closes(20)] })),
    };
    expect(rerun(edited, both)).toEqual([
      `-${entry(1)}`,
      `-${entry(2)}`,
      `+- Change 1 ${link(1)} ${link(2)} ${link(20, 'issues')} @rneugeba.`,
    ]);
  });

  test('an issue moves to the pull request that resolves it', () => {
    const edited = draft.replace('Change 2', 'Two');
    const resolved: Facts = {
      ...tuesday,
      pullRequests: [...(tuesday.pullRequests ?? []), pull(6, { references: [closes(20)] })],
    };
    expect(rerun(edited, resolved)).toEqual([
      `+- Change 6 ${link(6)} ${link(20, 'issues')} @rneugeba @justincormack.`,
      `-- Problem 20 ${link(20, 'issues')} @deitch @justincormack.`,
    ]);
  });

  test('bots that join an edited entry are named one by one', () => {
    const renovate = { author: bot('renovate') };
    const one: Facts = { pullRequests: [pull(1, renovate)] };
    const two: Facts = { pullRequests: [pull(1, renovate), pull(2, renovate)] };
    const edited = series.draft(one).replace('Change 1', 'Updates');
    expect(rerun(edited, two)).toEqual([`+- Change 2 ${link(2)}.`]);
  });
});

describe('the draft’s text around its entries', () => {
  const quiet: Facts = { pullRequests: [pull(1)], issues: [] };

  test('is replaced by entries if untouched', () => {
    const edited = series.draft(quiet).replace('Change 1', 'One');
    expect(rerun(edited, { ...quiet, issues: [issue(20, discussed)] })).toEqual([
      '-None in this period.',
      expect.stringMatching(/^\+<!-- editor: The most active issues/),
      `+- Problem 20 ${link(20, 'issues')} @deitch @justincormack.`,
      '+',
    ]);
  });

  test('stays if edited', () => {
    const edited = series.draft(quiet).replace('None in this period.', 'A quiet week.');
    expect(rerun(edited, { ...quiet, issues: [issue(20, discussed)] })).toEqual([
      `+- Problem 20 ${link(20, 'issues')} @deitch @justincormack.`,
      '+',
    ]);
  });

  test('is refreshed: the less active issues, the notice of an incomplete report', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => issue(index + 20, discussed));
    const before: Facts = { ...quiet, issues: many(11) };
    const after: Facts = {
      ...quiet,
      issues: many(11).map((one) => (one.number === 20 ? { ...one, title: 'Hm' } : one)),
      complete: false,
      warnings: [{ code: 'x', message: 'Something is missing.' }],
    };
    const edited = series.draft(before).replace('Change 1', 'One');
    const url = 'https://github.com/linuxkit/linuxkit/issues/20';
    const warning = ['+> **This report is incomplete.**', '+>', '+> - Something is missing.', '+'];
    expect(rerun(edited, after)).toEqual([...warning, `-- Problem 20 ${url}`, `+- Hm ${url}`]);
    const { text } = series.rerun(edited, after);
    expect(rerun(text, before)).toEqual([
      ...warning.map((one) => one.replace('+', '-')),
      `-- Hm ${url}`,
      `+- Problem 20 ${url}`,
    ]);
  });
});

describe('a report that cannot be revised', () => {
  const failure = (edited: string, facts = tuesday): unknown => {
    try {
      return series.rerun(edited, facts);
    } catch (error) {
      return error;
    }
  };

  test.each([
    ['without a record', '# A report\n', 'report-without-record'],
    [
      'with a record in a code block only',
      `\`\`\`\n${draft.slice(draft.indexOf('<!-- devreport'))}\`\`\`\n`,
      'report-without-record',
    ],
    [
      'with a record that is not JSON',
      draft.replace('"version"', 'version'),
      'report-record-damaged',
    ],
    [
      'with a record of another shape',
      draft.replace('"items"', '"things"'),
      'report-record-damaged',
    ],
    [
      'with a record of a later version',
      draft.replace('"version": 1', '"version": 2').replace('"items"', '"things"'),
      'report-record-newer',
    ],
    ['with a record that has lost its end', draft.replace(/-->\n$/, ''), 'report-record-damaged'],
    ['with two records', `${draft}\n${draft}`, 'report-record-damaged'],
    [
      'with its record in a quote',
      draft.replace(/<!-- devreport[^]*/, (record) => record.replace(/^/gm, '> ')),
      'report-record-damaged',
    ],
    [
      'of another period',
      draft.replace('2017-05-08T00:00:00Z', '2017-05-09T00:00:00Z'),
      'report-other-period',
    ],
    [
      'with a record of a period that is none',
      draft.replace('"UTC"', '"Nowhere"'),
      'report-record-damaged',
    ],
    ['with a merge conflict', draft.replace('- Change 2', '<<<<<<< HEAD\n- 2'), 'report-conflict'],
  ])('%s', (_, text, code) => {
    expect(failure(text)).toMatchObject({ code, hint: expect.any(String) as string });
    expect(failure(text)).toMatchObject({
      message: expect.stringContaining('reports/2017-05-08.md') as string,
    });
  });

  test('names the line of a conflict, also of one in the record', () => {
    const conflict = '\n<<<<<<< HEAD\n=======\n>>>>>>> other\n';
    const text = draft.replace('"sections"', `${conflict}"sections"`);
    const line = text.slice(0, text.indexOf('<<<<<<<')).split('\n').length;
    expect(failure(text)).toHaveProperty(
      'message',
      `reports/2017-05-08.md:${line}: unresolved merge conflict. Nothing was changed.`,
    );
  });

  test('names the item whose part of the record was edited', () => {
    const text = draft.replace(/("linuxkit\/linuxkit#2": \[").{16}/, '$1x');
    expect(failure(text)).toMatchObject({
      message: expect.stringContaining(
        'damaged: its part about linuxkit/linuxkit#2 was edited.',
      ) as string,
    });
  });

  test('names the option for the period of the report', () => {
    const shifted = (start: string) =>
      failure(
        draft.replace('2017-05-01T00', `${start}T00`).replace('2017-05-08T00', '2017-05-09T00'),
      );
    expect(shifted('2017-05-02')).toMatchObject({
      message:
        'reports/2017-05-08.md covers 2017-05-02 to 2017-05-08 (UTC), not 2017-05-01 to 2017-05-07 (UTC).',
      hint: 'Use --week 2017-05-09, or write to another file with -o.',
    });
    expect(shifted('2017-05-01')).toMatchObject({
      hint: expect.stringContaining('Use --since 2017-05-01 --until 2017-05-08,') as string,
    });
  });
});
