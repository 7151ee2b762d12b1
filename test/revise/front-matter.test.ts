import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatterIn } from '../../src/front-matter/front-matter-in.ts';
import { readFrontMatter } from '../../src/front-matter/read-front-matter.ts';
import { applyEdits } from '../../src/markdown/edit.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { readReport } from '../../src/report/report.ts';
import { reviseFrontMatter } from '../../src/revise/front-matter/revise-front-matter.ts';
import { recordIn } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { pull } from '../support/snapshot.ts';
import { Series } from './support.ts';

function layout(frontMatter: string) {
  const source = `${frontMatter}\n\n# {{title}}\n\n## PRs merged\n\n{{#each merged}}{{#each entries}}\n- {{> entry}}\n{{/each}}{{/each}}\n`;
  const entry = '{{text}} {{#each refs}}[{{label}}]({{url}}){{/each}}';
  const partials = { entry: { file: 'entry.hbs', source: entry } };
  return compileTemplate({ file: 'mine.hbs', source, partials });
}

const items = '{{#each merged}}\n{{#each entries}}\n  - {{text}}\n{{/each}}\n{{/each}}';
const own = `---\nlayout: post\ncount: {{stats.pullsMerged}} # merged\nfirst: "about {{#each merged}}{{#each entries}}{{#if @first}}{{text}}{{/if}}{{/each}}{{/each}}"\nitems:\n${items}\n---`;
const series = new Series({}, layout(own));
const before = { pullRequests: [pull(1, { title: 'One: a' }), pull(2, { title: 'Two' })] };
const after = {
  pullRequests: [
    pull(1, { title: 'Uno: #1' }),
    pull(2, { title: 'Two' }),
    pull(3, { title: 'Three' }),
  ],
};
const draft = series.draft(before);
const start = `---
layout: post
count: 2 # merged
first: "about One: a"
items:
  - "One: a"
  - Two
---
`;
/** With a word of the editor's in the body. */
const edited = draft.replace('## PRs merged', 'Mine.\n\n## PRs merged');

/** A rerun of an edited report whose front matter was edited, too, and what it says. */
function rerun(edit: (frontMatter: string) => string, facts: typeof before = after, of = series) {
  const text = edited.replace(start, () => edit(start));
  const revision = of.rerun(text, facts);
  expect(of.rerun(revision.text, facts).text).toBe(revision.text);
  const { frontMatter } = revision.result;
  return { head: frontMatterIn(revision.text)?.text ?? '', frontMatter, text: revision.text };
}

const fresh = `---
layout: post
count: 3 # merged
first: "about Uno: #1"
items:
  - "Uno: #1"
  - Two
  - Three
---`;

describe('front matter on a rerun', () => {
  test('is remembered by its values', () => {
    expect(draft.startsWith(start)).toBe(true);
    expect(recordIn(draft)).toMatchObject({ version: 4 });
    expect(Object.keys(recordIn(draft)?.frontMatter ?? {})).toEqual([
      'layout',
      'count',
      'first',
      'items',
    ]);
  });

  test('is refreshed where nobody has touched it', () => {
    const { head, frontMatter } = rerun((text) => text);
    expect(head).toBe(fresh);
    expect(frontMatter).toEqual({ added: [], refreshed: ['count', 'first', 'items'], kept: [] });
    expect(rerun((text) => text, before).head).toBe(start.trimEnd());
    expect(series.rerun(draft, after).result.frontMatter).toEqual(frontMatter);
  });

  test.each([
    ['a value', (text: string) => text.replace('count: 2', 'count: 12'), ['count']],
    ['a list', (text: string) => text.replace('- Two', '- Two\n  - Mine'), ['items']],
    ['a comment in a list', (text: string) => text.replace('- Two', '- Two # !'), ['items']],
    [
      'an anchor',
      (text: string) =>
        text
          .replace('first: ', 'mine: *x\nfirst: &x ')
          .replace(/(mine: .*\n)(first: .*\n)/, '$2$1'),
      ['first'],
    ],
  ])('keeps %s of the editor', (_, edit, kept) => {
    const { head, frontMatter } = rerun(edit);
    const line = edit(start)
      .split('\n')
      .filter((one) => !start.split('\n').includes(one));
    for (const one of line) expect(head.split('\n')).toContain(one);
    expect(frontMatter.kept).toEqual(kept);
    expect(frontMatter.refreshed).toEqual(
      ['count', 'first', 'items'].filter((key) => !kept.includes(key)),
    );
  });

  test('keeps every byte around a value that it refreshes', () => {
    const mine = `---  \n# About\n  items: # mine\n   - Two\n  other: "#12"\n  count:   2   # merged, says devreport\n\n  first: 'about One: a'\n  layout: post\n---\t\n`;
    for (const eol of ['\n', '\r\n']) {
      const text = `\uFEFF${(mine + edited.slice(start.length)).replaceAll('\n', eol)}`;
      const revised = series.rerun(text, after);
      const expected = mine.replace('  2  ', '  3  ').replace("'about One: a'", '"about Uno: #1"');
      expect(revised.text.startsWith(`\uFEFF${expected.replaceAll('\n', eol)}`)).toBe(true);
      expect(revised.text).not.toMatch(eol === '\n' ? /\r/ : /(?<!\r)\n/);
      expect(revised.result.frontMatter).toMatchObject({
        refreshed: ['count', 'first'],
        kept: ['items'],
      });
    }
  });

  test('moves a list as far from the margin as its key', () => {
    const { head } = rerun((text) => text.replace(/^(?=\w| {2}-)/gm, '  '));
    expect(head).toBe(fresh.replace(/^(?=\w| {2}-)/gm, '  '));
  });

  test('leaves out a key that the editor deleted', () => {
    const { head } = rerun((text) => text.replace(/count:.*\n/, ''));
    expect(head).toBe(fresh.replace(/count:.*\n/, ''));
  });

  test('stays away where the editor removed all of it', () => {
    const { text, frontMatter } = rerun(() => '');
    expect(text.startsWith('\n# Development report')).toBe(true);
    expect(frontMatter).toEqual({ added: [], refreshed: [], kept: [] });
    expect(rerun(() => '---\n---\n').head).toBe('---\n---');
  });

  test('adds a new key behind the one before it, else at the end', () => {
    const more = new Series(
      {},
      layout(own.replace('first:', 'new: "{{cadence}}"\nand: |\n  {{title}}\n\n  x\nfirst:')),
    );
    const added = 'new: "weekly"\nand: |\n  Development report for 8 May 2017\n\n  x\n';
    const { head, frontMatter } = rerun((text) => text, after, more);
    expect(head).toBe(fresh.replace('first:', `${added}first:`));
    expect(frontMatter.added).toEqual(['new', 'and']);
    const { head: other } = rerun(
      (text) => text.replace('count: 2 # merged\n', '').replace('layout: post\n', ''),
      after,
      more,
    );
    expect(other).toBe(
      fresh
        .replace('count: 3 # merged\n', '')
        .replace('layout: post\n', '')
        .replace(/---$/, `${added}---`),
    );
  });

  test('keeps the value of a key that the editor had first', () => {
    const more = new Series({}, layout(own.replace('items:', 'mine: theirs\nitems:')));
    const edit = (text: string) => text.replace('items:', 'mine: my own\nitems:');
    const { head, text, frontMatter } = rerun(edit, after, more);
    expect(head).toContain('mine: my own\n');
    expect(frontMatter.kept).toEqual(['mine']);
    expect(
      frontMatterIn(more.rerun(text.replace('mine: my own\n', ''), after).text)?.text,
    ).not.toContain('mine');
    expect(more.rerun(text.replace('mine: my own', 'mine: theirs'), before).text).toContain(
      'mine: theirs\n',
    );
  });

  test('comes above a report that had none', () => {
    const plain = new Series({}, layout('')).draft(before).replace('## PRs', 'Mine.\n\n## PRs');
    const { text, result } = series.rerun(plain, after);
    expect(text.startsWith(`${fresh}\n\n# Development`)).toBe(true);
    expect(result.frontMatter.added).toEqual(['layout', 'count', 'first', 'items']);
    expect(series.rerun(text, after).text).toBe(text);
  });

  test('is the editor’s in an adopted report', () => {
    const text = `---\ncount: 2\nmine: x\n---\n\n# Report\n\n## PRs merged\n`;
    const { text: adopted, result } = series.rerun(text, before, { adopt: true });
    expect(frontMatterIn(adopted)?.text).toContain('count: 2\n');
    expect(result.frontMatter.kept).toEqual([]);
    const again = series.rerun(adopted, after);
    expect(frontMatterIn(again.text)?.text).toContain('count: 2\n');
    expect(again.result.frontMatter.kept).toEqual(['count']);
  });

  test('in TOML never changes', () => {
    const toml = new Series({}, layout('+++\ntitle = "{{title}}"\nn = {{stats.pullsMerged}}\n+++'));
    const text = toml.draft(before).replace('## PRs', 'Mine.\n\n## PRs');
    expect(text).toMatch(/^\+\+\+\ntitle = "Dev.*"\nn = 2\n\+\+\+\n\n# Dev/);
    const { text: revised } = toml.rerun(text, after);
    expect(revised.startsWith(text.slice(0, text.indexOf('# Dev')))).toBe(true);
    expect(revised).toContain('Three');
    const without = text.slice(text.indexOf('# Dev'));
    expect(toml.rerun(without, after).text).toMatch(/^# Dev/);
    expect(series.rerun(text, after).text).toMatch(
      /^\+\+\+\ntitle = "Dev.*"\nn = 2\n\+\+\+\n\n# Dev/,
    );
  });
});

const values = parse(frontMatterIn(fresh)?.content ?? '') as Record<string, unknown>;
const body = edited.slice(start.length);

/** What an editor does to the lines of front matter. */
const lineEdit = fc.record({
  at: fc.nat(12),
  kind: fc.constantFrom('insert', 'delete', 'comment', 'blank', 'quote', 'indent', 'value'),
  line: fc.constantFrom(
    'mine: x',
    '# a comment',
    'mine: [1, 2]',
    '"k k": |+\n  text\n',
    'z: &a b',
    'y: *a',
    '',
  ),
});

test('no byte of the editor’s front matter is lost', () => {
  fc.assert(
    fc.property(
      fc.array(lineEdit, { maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (edits, eol, mark) => {
        const lines = start.trimEnd().split('\n').slice(1, -1);
        for (const { at, kind, line } of edits) {
          const index = at % Math.max(1, lines.length);
          const old = lines[index] ?? '';
          if (kind === 'insert') lines.splice(index, 0, line);
          else if (kind === 'delete') lines.splice(index, 1);
          else if (kind === 'comment') lines[index] = `${old} # mine`;
          else if (kind === 'blank') lines.splice(index, 0, '');
          else if (kind === 'quote') lines[index] = old.replace(/"(.*)"/, "'$1'");
          else if (kind === 'indent') lines.forEach((one, i) => (lines[i] = `  ${one}`));
          else lines[index] = old.replace(/\w+$/, 'edited');
        }
        const head = `---\n${lines.map((line) => `${line}\n`).join('')}---\n`;
        const text = `${mark ? '\uFEFF' : ''}${(head + body).replaceAll('\n', eol)}`;
        const report = readReport({ path: 'it', text });
        const found = frontMatterIn(report.text);
        if (!found || readFrontMatter(found.content).problems) return;
        const old = (parse(found.content) ?? {}) as Record<string, unknown>;
        const { edits: made, result } = reviseFrontMatter(report, { text: fresh, values });
        const content = frontMatterIn(applyEdits(report.text, made))?.content ?? '';
        const now = (parse(content) ?? {}) as Record<string, unknown>;
        const { refreshed, added } = result;
        expect(added).toEqual([]);
        expect(Object.keys(now)).toEqual(Object.keys(old));
        for (const [key, value] of Object.entries(old))
          expect(now[key]).toEqual(refreshed.includes(key) ? values[key] : value);
        // Without the lines of refreshed values and the blank ones among them, the same lines.
        const foreign = (yaml: string) =>
          yaml.split('\n').filter((line) => !/^\s*(?:count|first|items)\b|^\s*- |^\s*$/.test(line));
        expect(foreign(content)).toEqual(foreign(found.content));
        const comments = (yaml: string) => yaml.match(/# (?:mine|a comment|merged)/g);
        expect(comments(content)).toEqual(comments(found.content));
        expect(content.split('\n').length).toBe(content.split(eol).length);
      },
    ),
    runs(100),
  );
});
