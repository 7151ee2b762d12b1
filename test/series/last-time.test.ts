import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { compose } from '../../src/compose/compose.ts';
import { nothingBefore } from '../../src/compose/view/previously.ts';
import type { LastTime } from '../../src/compose/view/view.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { readReport } from '../../src/report/report.ts';
import { lastTime } from '../../src/series/last-time.ts';
import { render } from '../../src/render/render.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { hostileExamples, hostileText } from '../support/hostile.ts';
import { config, report } from '../support/report.ts';
import { act, issue, pull, snapshot } from '../support/snapshot.ts';
import { runs } from '../support/runs.ts';

const date = '2017-05-01';
const item = (number: number) => `https://github.com/linuxkit/linuxkit/issues/${number}`;

const previous = (text: string) => ({ date, report: readReport({ path: `${date}.md`, text }) });
const before = (text: string, input: ConfigInput = {}, facts: Partial<Snapshot> = {}) =>
  lastTime(previous(text), snapshot(facts), config(input));
const planned = (text: string, facts?: Partial<Snapshot>): LastTime | undefined =>
  before(`# Report\n\n## Planned changes\n\n${text}\n`, {}, facts).closing.get('Planned changes');

test('an unedited draft has nothing to remember', async () => {
  const untouched = await report(snapshot({ complete: false, warnings: [] }), {}, 6);
  expect(before(untouched)).toEqual({ introduction: null, closing: new Map() });
});

describe('a section that every report has', () => {
  const recurring = {
    introduction: 'Hello, *you*.',
    closing: [{ title: 'Help', text: 'Ask us.' }],
  };

  test('is not repeated if the config has the same text, in any form', () => {
    const text =
      '# Report\n\nThe 7th weekly development report. Hello,\n_you_.\n\nHelp\n----\n\nAsk us.\n';
    expect(before(text, recurring)).toEqual({ introduction: null, closing: new Map() });
  });

  test('is remembered if the editor wrote another text', () => {
    const { introduction, closing } = before(
      '# Report\n\nHello, world.\n\n## HELP\n\n<!-- a comment -->\n\n- Ask\n- Read\n',
      recurring,
    );
    expect(introduction).toMatchObject({ date, lines: ['Hello, world.'], items: [] });
    expect(closing.get('Help')?.lines).toEqual(['- Ask', '- Read']);
  });

  test('only the added text is remembered', () => {
    const { introduction } = before(
      '# Report\n\nThe 7th weekly development report. Hello, *you*.\n\nAnd welcome.\n',
      recurring,
    );
    expect(introduction?.lines).toEqual(['And welcome.']);
  });

  test('tasks keep their boxes', () => {
    const { closing } = before('# R\n\n## Planned changes\n\n- [x] Arm64\n- [ ] RISC-V\n- s390x\n');
    const { lines } = closing.get('Planned changes') ?? {};
    expect(lines).toEqual(['- [x] Arm64', '- [ ] RISC-V', '- s390x']);
  });

  test('plans are found under any heading about plans, with all below it', () => {
    const text = '## Planning\n\n### Soon\n\nArm64.\n\n### Later\n\nRISC-V.\n\n## Blogs\n\nNone.\n';
    const { closing } = before(text);
    expect(closing.get('Planned changes')?.lines).toEqual(['Soon', 'Arm64.', 'Later', 'RISC-V.']);
    expect(closing.get('Blogs')?.lines).toEqual(['None.']);
  });

  test('a long text is cut, its lines are short', () => {
    const { lines = [] } = planned('word '.repeat(1000)) ?? {};
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe('…');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});

describe('outcomes of planned items', () => {
  const outcomesOf = (text: string, facts: Partial<Snapshot>) =>
    planned(text, facts)?.items.map(({ name, outcome }) => [name, outcome]);

  test('as of the end of the period', () => {
    const facts = {
      pullRequests: [pull(1), pull(2, { state: 'closed', mergedAt: null })],
      issues: [
        issue(3, { state: 'closed' }),
        issue(4, { activity: [act('commented', 'a')] }),
        issue(5),
      ],
    } satisfies Partial<Snapshot>;
    expect(outcomesOf('#1 #2 #3 #4 #5 #6', facts)).toEqual([
      ['#1', 'merged'],
      ['#2', 'unmerged'],
      ['#3', 'closed'],
      ['#4', 'active'],
      ['#5', 'open'],
      ['#6', 'unseen'],
    ]);
  });

  test('that the facts lack, but the last report lists as merged', () => {
    const text =
      '# R\n\n## PRs merged\n\n### Core\n\n- #7\n\n### Issues\n\n- #8\n\n## Planned changes\n\n#7 #8 #9\n';
    const found = before(text).closing.get('Planned changes');
    expect(found?.items.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['#7', 'reported'],
      ['#8', 'unseen'],
      ['#9', 'unseen'],
    ]);
  });

  test.each([
    ['a link', `[it](${item(3)})`],
    ['a bare address', item(3)],
    ['a link through a definition', `[it][x]\n\n[x]: ${item(3)}`],
    ['a number', 'see #3'],
    ['a name', 'LinuxKit/linuxkit#3'],
    ['a link that says its number', `[#3](${item(3)})`],
    ['HTML', `<a href="${item(3)}">it</a>`],
  ])('cited as %s, once', (_, text) => {
    expect(outcomesOf(`${text}\n\n${text}`, { issues: [issue(3)] })).toEqual([['#3', 'open']]);
  });

  test('another repository’s are named in full, and in its own spelling', () => {
    const facts = { issues: [issue(3, { repository: 'Moby/Tool' })] };
    expect(outcomesOf('moby/tool#3, moby/moby#4', facts)).toEqual([
      ['Moby/Tool#3', 'open'],
      ['moby/moby#4', 'unseen'],
    ]);
  });

  test('items only in code and comments are not planned', () => {
    expect(outcomesOf('Soon.\n\n`#3` <!-- #4 -->\n\n```\n#5\n```', {})).toEqual([]);
  });

  test('many are counted', () => {
    const text = Array.from({ length: 20 }, (_, index) => `#${index + 1}`).join(' ');
    expect(planned(text)).toMatchObject({ moreItems: 8 });
  });
});

test('nothing in the last report changes the structure of this one', async () => {
  const template = await loadTemplate('weekly', '.');
  fc.assert(
    fc.property(hostileText, hostileText, (text, title) => {
      const facts = snapshot({ issues: [issue(3, { title })] });
      const previously = lastTime(
        previous(`${text}\n\n## Planned changes\n\n${text}\n\n#3\n\n`),
        facts,
        config(),
      );
      const written = render(
        compose(facts, config(), 0, { ...nothingBefore, ...previously }),
        template,
      );
      const plain = parseMarkdown(render(compose(facts, config(), 0), template)).children;
      const kinds = parseMarkdown(written).children;
      expect(kinds.filter(({ type }) => type !== 'html').map(({ type }) => type)).toEqual(
        plain.filter(({ type }) => type !== 'html').map(({ type }) => type),
      );
      expect(kinds.length - plain.length).toBeLessThanOrEqual(2);
    }),
    { ...runs(40), examples: hostileExamples.map((text): [string, string] => [text, text]) },
  );
});
