import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { compose } from '../../src/compose/compose.ts';
import { frontMatterIn, withoutFrontMatter } from '../../src/front-matter/front-matter-in.ts';
import { yamlLines } from '../../src/front-matter/yaml-text.ts';
import { plainParagraph } from '../../src/markdown/plain-text.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render, renderDocument } from '../../src/render/render.ts';
import { hostileText } from '../support/hostile.ts';
import { config } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { pull, snapshot } from '../support/snapshot.ts';

const HEADING = '# Report\n';

/** What a template writes about a pull request with a title, and the text of its entry. */
function written(source: string, title = 'Fix', options: ConfigInput = {}) {
  const template = compileTemplate({ file: 'mine.hbs', source, partials: {} });
  const facts = snapshot({ pullRequests: [pull(1, { title, labels: ['a: b # c'] })] });
  const view = compose(facts, config(options), 0);
  const [entry] = view.merged.flatMap(({ entries }) => entries);
  const document = renderDocument(view, template);
  expect(render(view, template)).toBe(document.text);
  // What YAML does not allow.
  const data = plainParagraph(entry?.text ?? '').replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
  return { ...document, data };
}

/** Front matter in which `TITLE` is the text of an entry. */
function withTitle(place: string, title: string) {
  const source = `${place.replaceAll('TITLE', '{{text}}')}\n\n${HEADING}`;
  const inside = `{{#each merged}}{{#each entries}}\n${source}{{/each}}{{/each}}`;
  const { text, data } = written(inside, title);
  expect(withoutFrontMatter(text)).toBe(`\n\n${HEADING}`);
  return { ...frontMatterIn(text), data };
}

function errorOf(source: string, title?: string): string {
  try {
    written(source, title);
  } catch (error) {
    return String(error);
  }
  return 'no error';
}

const titles = [
  'Fix: a bug',
  'Fix #12 # not a comment',
  `"quotes" and 'quotes'`,
  '{{title}} {{{x}}}',
  '---',
  '--- x',
  '- a',
  '? b',
  'a: b: c',
  '[x] {y}, z',
  '&anchor *alias !tag %x @y `z` | >',
  'yes',
  'null',
  '12',
  '2017-05-08',
  '12:30:45',
  '1e3',
  'a\n---\ntitle: evil\nb',
  '🎉 emoji 👩🏽‍💻',
  '\u202egnp.exe\u2066',
  '\uE0001\uE001 \uE000\uE0020\uE001',
  'not \uFFFE in YAML',
  '\\ and \\n and \\"',
  'x'.repeat(10_000),
];

const places: [name: string, place: string, expected: (data: string) => unknown][] = [
  ['plain', 'x: TITLE', (x) => ({ x })],
  ['in double quotes', 'x: "TITLE for us"', (x) => ({ x: `${x} for us` })],
  ['in single quotes', "x: 'TITLE’s, TITLE'", (x) => ({ x: `${x}’s, ${x}` })],
  ['in text of several lines', 'x: about\n  TITLE', (x) => ({ x: `about ${x}` })],
  ['in a literal block', 'x: |\n  TITLE\n  TITLE\nz: 1', (x) => ({ x: `${x}\n${x}\n`, z: 1 })],
  ['in a folded block', 'x: >-\n  a\n  TITLE\nz: 1', (x) => ({ x: `a ${x}`, z: 1 })],
  ['in a flow list', 'x: [TITLE, "TITLE", b]', (x) => ({ x: [x, x, 'b'] })],
  ['in a flow map', 'x: { a: TITLE, b: 1 }', (x) => ({ x: { a: x, b: 1 } })],
  ['in a list', 'x:\n  - TITLE # c\n  - b: TITLE', (x) => ({ x: [x, { b: x }] })],
  ['in a comment', '# TITLE\nx: 1 # TITLE', () => ({ x: 1 })],
];

describe('a title in front matter of a template', () => {
  test.each(places)('is data %s', (_, place, expected) => {
    for (const title of titles) {
      const { format, content = '', data } = withTitle(`---\n${place}\n---`, title);
      expect(format).toBe('yaml');
      expect(parse(content), title).toEqual(expected(data));
      expect(parse(content, { version: '1.1' }), title).toEqual(expected(data));
      expect(content).not.toMatch(/(?![\n\u200C\u200D])[\p{Cc}\p{Cf}]/u);
    }
  });

  test('is data, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...places), (title, [, place, expected]) => {
        const { content = '', data } = withTitle(`---\n${place}\n---`, title);
        if (data !== '') expect(parse(content)).toEqual(expected(data));
      }),
      runs(100),
    );
  });

  test('can be a key', () => {
    for (const title of titles) {
      const { content = '', data } = withTitle('---\nTITLE: x\n---', title);
      expect(parse(content)).toEqual({ [data]: 'x' });
    }
  });

  test('leaves every other byte of it', () => {
    const place = `---\n# About\nlayout:   'post' # always\n"quoted": "a"\ntags: [ 'b',  TITLE ]\n\nlist:\n    - TITLE\n---`;
    const { text = '' } = withTitle(place, 'Fix: a bug');
    expect(text).toBe(place.replaceAll('TITLE', '"Fix: a bug"'));
  });
});

describe('front matter of a template', () => {
  test('has Markdown as data', () => {
    const source = `---\nurl: {{#each repositories}}{{url}}{{/each}}\nsee: "{{#each merged}}{{#each entries}}{{#each refs}}{{label}}{{/each}}{{/each}}{{/each}}"\nexcerpt: {{introduction}}\n---\n{{introduction}}\n`;
    const { text, frontMatter } = written(source, 'Fix', {
      introduction: 'See [our\nsite](https://example.org): *news* #1.\n\n---\nx: y\n',
    });
    expect(frontMatter?.values).toEqual({
      url: 'https://github.com/linuxkit/linuxkit',
      see: '#1',
      excerpt: 'See our site: news #1. x: y',
    });
    expect(withoutFrontMatter(text)).toContain('See [our\nsite](https://example.org): *news* #1.');
  });

  test('has what helpers make of Markdown and foreign text as data', () => {
    const source = `---
scope: {{sentence sentences.scope repositories=(join repositories "name" ", ") count=repositories.length}}
people: "{{join contributors "name" ", "}}"
labels: [{{#each (groupBy entries "label")}}{{label}}{{/each}}]
---
{{sentence sentences.scope repositories=(join repositories "name" ", ") count=repositories.length}}
`;
    const { text, frontMatter } = written(source, 'Fix', {
      sentences: { scope: '_Scope_: {repositories} # {count:one|many}' },
    });
    expect(frontMatter?.values).toEqual({
      scope: 'Scope: linuxkit/linuxkit # one',
      people: 'rneugeba',
      labels: ['a: b # c'],
    });
    expect(withoutFrontMatter(text)).toBe('\n\n_Scope_: linuxkit/linuxkit # one\n');
  });

  test('comes after comments and blank output', () => {
    const source = `{{!-- Ours. --}}\r\n\r\n{{#if complete}}\r\n---\r\nx: {{title}}\r\n---\r\n{{/if}}\r\n# {{title}}\r\n`;
    const { text } = written(source, 'Fix', { title: 'A: report' });
    expect(text).toBe('---\nx: "A: report for 8 May 2017"\n---\n\n# A: report for 8 May 2017\n');
  });

  test('is a block of the tree, and the others are where they are in the text', () => {
    const { text, root } = written('---\nx: 1\n---\n# A\n\n- b\n- c\n\n> d\n');
    const blocks = root.children.map(({ type, position }) => [
      type,
      text.slice(position?.start.offset, position?.end.offset).trim(),
    ]);
    expect(blocks).toEqual([
      ['yaml', '---\nx: 1\n---'],
      ['heading', '# A'],
      ['list', '- b\n- c'],
      ['blockquote', '> d'],
    ]);
  });

  test('of the text of a template is no rule with text below it', () => {
    const { text, frontMatter } = written('---\n\nWe like {{title}}: a lot.\n\n---\n');
    expect(frontMatter).toBeNull();
    expect(text).toBe('---\n\nWe like Development report for 8 May 2017: a lot.\n\n---\n');
  });

  test.each([
    ['---\ntitle: a: b\n---', 'mine.hbs: line 1 of its front matter, “title: a: b”: Nested map'],
    ['---\nx: 1\ny: [{{title}}\n---', 'mine.hbs:3: line 2 of its front matter, “y: [{{…}}”: '],
    ['---\nx: 1\nx: 2\n---', 'mine.hbs: line 2 of its front matter, “x: 2”: duplicate key "x"'],
    ['---\nx: &{{title}} 1\n---', 'mine.hbs:2: foreign text is not safe there in front matter'],
    ['---\nx: !{{title}} 1\n---', 'mine.hbs:2: '],
    [
      '+++\nx = {{title}}\n+++',
      'mine.hbs:2: foreign text is not safe in TOML front matter, except',
    ],
    ["+++\nx = '{{title}}'\n+++", 'mine.hbs:2: foreign text is not safe in TOML front matter'],
    ['+++\nx = """\n{{title}}"""\n+++', 'mine.hbs:3: foreign text is not safe in TOML front'],
    ['+++\n{{title}} = 1\n+++', 'mine.hbs:2: foreign text is not safe in TOML front matter'],
  ])('is refused with its line: %s', (source, message) => {
    expect(errorOf(source)).toContain(message);
  });

  test('in TOML is as the template wrote it, with texts in quotes', () => {
    const place = `+++\n# "TITLE\ntitle = "TITLE for us"\ndate = 2017-05-08\n[extra]\nlist = ['a', "TITLE"]\n+++`;
    for (const title of titles) {
      if (title.startsWith('+++')) continue;
      const source = place.replace('# "TITLE', "# it's");
      const { format, text = '', data } = withTitle(source, title);
      expect(format).toBe('toml');
      const [, first = ''] = /^title = (".*")$/m.exec(text) ?? [];
      const [, second = ''] = /^list = \['a', (".*")\]$/m.exec(text) ?? [];
      expect(JSON.parse(first)).toBe(`${data} for us`);
      expect(JSON.parse(second)).toBe(data);
      expect(text.replace(first, '"TITLE for us"').replace(second, '"TITLE"')).toBe(source);
    }
    const { frontMatter } = written(
      '+++\ndate = {{period.lastDay}}\nn = {{stats.pullsMerged}}\n+++',
    );
    expect(frontMatter?.text).toBe('+++\ndate = 2017-05-07\nn = 1\n+++');
  });
});

test('values are written as YAML that has these values', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      ...[hostileText, fc.constantFrom(...titles), fc.integer(), fc.boolean(), fc.constant(null)],
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('n', 'a b', '12')), tie('any'), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  })).any;
  const wellFormed = (given: unknown): unknown =>
    JSON.parse(JSON.stringify(given).replace(/\\ud[89a-f]../gi, '\uFFFD'));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true }),
      (values) => {
        const lines = yamlLines(values);
        expect(parse(lines.join('\n')) ?? {}).toEqual(wellFormed(values));
        expect(lines.every((line) => !line.includes('\n'))).toBe(true);
      },
    ),
    runs(200),
  );
});
