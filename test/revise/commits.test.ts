import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { recordOf, textWithRecord } from '../../src/report/draft/draft-record.ts';
import { noFacts } from '../../src/report/draft/draft.ts';
import { draftOf } from '../../src/report/draft/draft-sections.ts';
import { readReport } from '../../src/report/report.ts';
import { knownFacts } from '../../src/revise/known-facts.ts';
import { revise } from '../../src/revise/revise.ts';
import type { DirectCommit } from '../../src/snapshot/schema.ts';
import { recordIn } from '../support/report.ts';
import { snapshot, user } from '../support/snapshot.ts';
import { bodyOf, changes, Series } from './support.ts';

const hashOf = (digit: string) => digit.repeat(40);
const urlOf = (hash: string) => `https://github.com/linuxkit/linuxkit/commit/${hash}`;
const entryOf = (digit: string, title = `Commit ${digit}`) =>
  `- ${title} [\`${digit.repeat(7)}\`](${urlOf(hashOf(digit))}) @rneugeba.`;
const keyOf = (digit: string) => `linuxkit/linuxkit@${hashOf(digit)}`;

function fresh(entries: readonly string[]) {
  const commits = entries.map((entry, index): DirectCommit => {
    const hash = /commit\/(\w+)/.exec(entry)?.[1] ?? '';
    const at = `2017-05-02T10:00:0${index}Z`;
    return {
      ...{ repository: 'linuxkit/linuxkit', hash, title: entry, author: user('rneugeba') },
      ...{ coAuthors: [], at, references: [] },
    };
  });
  const collected = snapshot({ commits });
  const text = `# Report\n\n## Commits\n\n${entries.join('\n')}\n`;
  const facts = knownFacts(collected);
  const draft = draftOf({ text, root: parseMarkdown(text) }, collected.server, {
    ...noFacts,
    has: facts.has,
  });
  const record = recordOf(draft, collected.period, 'linuxkit/linuxkit', 'it');
  const { server } = collected;
  return { draft, record, frontMatter: null, separate: null, facts, replaces: false, server };
}

const first = ['a', 'b', 'c'].map((digit) => entryOf(digit));
const made = fresh(first);
const draft = textWithRecord(made.draft.outline.text, made.record);
const later = [entryOf('d'), entryOf('a'), entryOf('b'), entryOf('c', 'Other words')];

function rerun(text: string, entries: readonly string[] = later) {
  const report = readReport({ path: 'report.md', text });
  return revise(report, fresh(entries));
}

describe('the entry of a commit', () => {
  test('is an item of the record, which an older devreport refuses', () => {
    expect(recordIn(draft)).toMatchObject({ version: 2 });
    expect(Object.keys(recordIn(draft)?.sections.at(-1)?.items ?? {})).toEqual(
      ['a', 'b', 'c'].map(keyOf),
    );
  });

  test('is added, refreshed and kept like any other', () => {
    const edited = draft.replace('Commit b', 'My words');
    const { text, result } = rerun(edited);
    expect(changes(edited, text)).toEqual([
      `+${entryOf('d')}`,
      `-${entryOf('c')}`,
      `+${entryOf('c', 'Other words')}`,
    ]);
    expect(result).toMatchObject({
      added: [keyOf('d')],
      kept: [keyOf('b')],
      refreshed: [keyOf('c')],
      gone: [],
    });
    expect(rerun(text).text).toBe(text);
  });

  test('stays deleted', () => {
    const edited = draft.replace(`${entryOf('b')}\n`, '');
    const { text, result } = rerun(edited);
    expect(result.leftOut).toEqual([keyOf('b')]);
    expect(text).not.toContain('Commit b');
  });

  test.each([
    ['in full', urlOf(hashOf('d'))],
    ['with an abbreviated hash', urlOf('ddddddd')],
    ['in capitals', urlOf('DDDDDDDD')],
  ])('is not added when the editor cites it %s', (_, url) => {
    const edited = draft.replace('## Commits', `See [that](${url}).\n\n## Commits`);
    const { text, result } = rerun(edited);
    expect(text).not.toContain(entryOf('d'));
    expect(result.cited).toEqual([{ item: keyOf('d'), under: 'Report' }]);
  });
});

test('the commits that `commits: list` shows are such entries', () => {
  const series = new Series({ commits: 'list' });
  const commit = (digit: string): DirectCommit => ({
    ...{ repository: 'linuxkit/linuxkit', hash: hashOf(digit), title: `Commit ${digit}` },
    ...{ author: user('rneugeba'), coAuthors: [], at: '2017-05-02T10:00:00Z', references: [] },
  });
  const made = series.draft({ commits: [commit('a'), commit('b'), commit('c')] });
  const edited = made.replace('Commit a', 'My words').replace(/^- Commit b.*\n/m, '');
  const facts = { commits: ['a', 'b', 'c', 'd'].map(commit) };
  const { text, result } = series.rerun(edited, facts);
  expect(changes(edited, text)).toEqual([expect.stringMatching(/^\+- Commit d .*ddddddd/)]);
  expect(result).toMatchObject({ added: [keyOf('d')], kept: [keyOf('a')], leftOut: [keyOf('b')] });
  expect(bodyOf(series.rerun(text, facts).text)).toBe(bodyOf(text));
});
