import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import type { Node, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { compose } from '../../src/compose/compose.ts';
import { entryTexts } from '../../src/compose/entry-text.ts';
import { foreignParts } from '../../src/markdown/foreign-parts.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { formatMarkdown } from '../support/format.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import type { Template } from '../../src/render/template.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hostileExamples, hostileText } from '../support/hostile.ts';
import { config, report } from '../support/report.ts';
import { act, issue, pull, snapshot } from '../support/snapshot.ts';
import { runs } from '../support/runs.ts';

/** The kinds of nodes, nested; text, code, addresses and the comments between them count as one text. */
function shape(node: Node): unknown {
  if (!('children' in node)) return node.type;
  const kinds = (node.children as Node[])
    .map((child) => (isText(child) ? 'text' : shape(child)))
    .filter((kind, index, all) => kind !== 'text' || all[index - 1] !== 'text');
  return [node.type, kinds];
}

function isText(node: Node): boolean {
  if (node.type === 'html') return 'value' in node && node.value === '<!-- -->';
  return (
    node.type === 'inlineCode' ||
    (node.type === 'link' && 'url' in node && node.url === toString(node))
  );
}

/** What an entry shows of its title or note. */
function shown(title: string, note: string | null = null): string {
  const { text } = entryTexts({ strip: [] })({ title, note, fallback: '' }, null);
  return foreignParts(text)
    .map((part) => part.text)
    .join('');
}

/** The text of the list items, without comments. */
function items(tree: Root): string[] {
  const lists = tree.children.flatMap((node) => (node.type === 'list' ? node.children : []));
  return lists.map((item) => toString(item, { includeHtml: false }));
}

const facts = (first: string, second: string, third: string) =>
  snapshot({
    pullRequests: [pull(1, { title: first }), pull(2, { note: second, title: 'kernel: x' })],
    issues: [
      issue(10, { title: third, activity: [act('commented', 'a')] }),
      issue(11, { title: third, activity: [act('commented', 'b')] }),
    ],
  });

describe('foreign text', () => {
  test('never changes the structure of the report, and is shown unchanged', async () => {
    const plain = parseMarkdown(
      await report(facts('one', 'two', 'three'), { limits: { issues: 1 } }),
    );
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (first, second, third) => {
        fc.pre([first, second, third].every((text) => plainText(text) !== ''));
        const text = await report(facts(first, second, third), { limits: { issues: 1 } });
        const tree = parseMarkdown(text);
        expect(shape(tree)).toEqual(shape(plain));
        expect(items(tree)).toEqual([
          `${shown(first)} #1 @rneugeba.`,
          `${shown('', second)} #2 @rneugeba.`,
          `${shown(third)} #11 @deitch @b.`,
        ]);
        expect(formatMarkdown(text)).toBe(text);
      }),
      {
        ...runs(40),
        examples: hostileExamples.map((text): [string, string, string] => [text, text, text]),
      },
    );
  });

  test('is escaped even in three braces', () => {
    const template = own('{{#each merged}}{{#each entries}}{{{text}}}{{/each}}{{/each}}');
    const view = compose(facts('**bold** <b>', 'x', 'y'), config(), 0);
    expect(render(view, template)).toBe('\\*\\*bold\\*\\* \\<b>x\n');
  });
});

describe("a user's own template", () => {
  const errorOf = (source: string, partials: Template['partials'] = {}) => {
    try {
      render(compose(snapshot(), config(), 0), own(source, partials));
    } catch (error) {
      return String(error);
    }
    return 'no error';
  };

  test.each([
    ['{{titel}}', 'mine.hbs:1: unknown name "titel"; known names here: title, date, period,'],
    [
      '\n{{#each merged}}{{#each entries}}{{txt}}{{/each}}{{/each}}',
      'mine.hbs:2: unknown name "txt"; known names here: refs, text, credits, reason',
    ],
    ['{{period.begin}}', 'mine.hbs:1: unknown name "period.begin"; known names here: start, end,'],
    ['{{#each merged}}{{../titel}}{{/each}}', 'unknown name "../titel"; known names here: title,'],
    [
      '{{#each merged as |section|}}{{section.name}}{{/each}}',
      'unknown name "section.name"; known names here: id, title, entries',
    ],
    ['{{#with stats}}{{title}}{{/with}}', 'unknown name "title"; known names here: contributions,'],
    ['{{#if (eq sorce "git")}}{{/if}}', 'unknown name "sorce"'],
    [
      '{{shout title}}',
      'unknown helper "shout"; known helpers: if, unless, each, with, lookup, eq,',
    ],
    ['{{#loop merged}}{{/loop}}', 'unknown helper "loop"'],
    ['{{> nope}}', 'unknown partial "nope"; known partials:'],
    ['{{period}}', 'mine.hbs:1: "period" is not a text; names inside it: start, end, timezone'],
    ['{{merged}}', 'mine.hbs:1: "merged" is a list; loop over it with {{#each merged}}'],
    ['{{#each merged}}\n{{this}}{{/each}}', 'mine.hbs:2: "this" is not a text'],
    ['{{@root.titel}}', 'unknown name "@root.titel"'],
    ['{{title', 'mine.hbs'],
    ['{{#each merged}}', 'mine.hbs'],
  ])('%s', (source, message) => {
    const text = errorOf(source);
    expect(text).toContain('UsageError: The template mine.hbs is not valid');
    expect(text).toContain(message);
  });

  test('an unknown name in a partial is reported with the file of the partial', () => {
    const partials = { line: { file: 'partials/line.hbs', source: '\n{{nme}}' } };
    expect(errorOf('{{#each repositories}}{{> line}}{{/each}}', partials)).toContain(
      'partials/line.hbs:2: unknown name "nme"; known names here: name, url',
    );
  });

  test.each([
    ['# a\n{{#each merged}}\nx\n', 'own.hbs:3: the template ends inside an unclosed block.'],
    ['# a\n{{#each merged}}\nx\n{{/if}}\n', "own.hbs:2: each doesn't match if - 2:3"],
    ['# a\n{{title}\n', 'own.hbs:2: syntax error: # a{{title}'],
  ])('a syntax error is reported with its line: %j', (source, problem) => {
    expect(() => compileTemplate({ file: 'own.hbs', source, partials: {} })).toThrow(problem);
  });

  test('a partial that includes itself is reported with the cycle', () => {
    const partials = {
      a: { file: 'partials/a.hbs', source: '{{#if complete}}\n{{> b}}{{/if}}' },
      b: { file: 'partials/b.hbs', source: '\n\n{{> a}}' },
    };
    expect(errorOf('{{> a}}', partials)).toContain(
      'partials/b.hbs:3: the partial "a" includes itself: a → b → a',
    );
  });

  test('knows loops, their positions, parents, block parameters and arguments of partials', () => {
    const partials = { line: { file: 'line.hbs', source: '{{label}} {{@root.date}}' } };
    const source =
      '{{#each merged as |section|}}{{@index}}{{section.title}}{{../date}}{{#with section}}{{id}}{{/with}} {{#if @last}}{{> line label=section.id}}{{/if}}{{/each}}{{merged.length}}';
    expect(
      render(compose(snapshot(), config({ sections: [{ title: 'A' }] }), 0), own(source, partials)),
    ).toBe('0A8 May 2017a a 8 May 20171\n');
  });

  test('helpers compare and escape for other places', () => {
    const source =
      '{{#if (and complete (not warnings) (or excluded (eq cadence "weekly")))}}{{code title}}{{/if}}\n\n<!-- {{comment title}} -->\n';
    const view = compose(snapshot(), config({ title: 'A `b` --> c' }), 0);
    expect(render(view, own(source))).toBe(
      '``A `b` --> c for 8 May 2017``\n\n<!-- A `b` - -> c for 8 May 2017 -->\n',
    );
  });
});

test('names without a login are separated by commas', async () => {
  const jane = { login: null, name: 'Jane van Dyke', type: 'user' } as const;
  const max = { login: null, name: 'Max Power', type: 'user' } as const;
  const merged = pull(1, {
    author: jane,
    activity: [{ did: 'committed', by: max, at: '2017-05-02T00:00:00Z' }, act('reviewed', 'ann')],
  });
  expect(await report(snapshot({ pullRequests: [merged] }))).toContain(
    ' Jane van Dyke, Max Power, @ann.',
  );
});

describe('an incomplete report', () => {
  const warnings = [{ code: 'repository-missing', message: 'acme/nope is missing.' }];
  const view = compose(snapshot({ complete: false, warnings }), config(), 0);
  const written = async (source: string) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'own.hbs'), source);
    return render(view, await loadTemplate('own.hbs', folder));
  };

  test('lists what is missing, even if the template does not', async () => {
    expect(await written('# {{title}}')).toBe(
      '# Development report for 8 May 2017\n\n> **This report is incomplete.**\n>\n> - acme/nope is missing.\n',
    );
  });

  test.each(['{{> incomplete}}', '{{#each missing}}- {{message}}{{/each}}'])(
    'says it once, with %s',
    async (source) => {
      expect((await written(source)).match(/acme\/nope is missing/g)).toHaveLength(1);
    },
  );
});

test.each((await readdir('templates')).filter((file) => file.endsWith('.hbs')))(
  'the layout %s uses only known names',
  async (file) => {
    const template = await loadTemplate(basename(file, '.hbs'), '.');
    expect(() => render(compose(snapshot(), config(), 0), template)).not.toThrow();
  },
);

function own(source: string, partials: Template['partials'] = {}) {
  return compileTemplate({ file: 'mine.hbs', source, partials });
}
