import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GenericSchema } from 'valibot';
import { viewSchema } from '../../src/compose/view/view.ts';
import { schemaEntries, schemaItem } from '../../src/config/schema/schema-shape.ts';
import { helpers } from '../../src/render/helpers.ts';
import { compose } from '../../src/compose/compose.ts';
import { parseConfig } from '../../src/config/config.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { loadLocale } from '../../src/period/locale.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import { loadSample } from '../../src/collect/saved.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { bot, pull, snapshot, user } from '../support/snapshot.ts';

beforeAll(async () => {
  await loadLocale('de');
  await loadLocale('pl');
});

function written(source: string, config: ConfigInput = {}, facts: Snapshot = snapshot()): string {
  const { config: parsed, issues } = parseConfig(config);
  if (!parsed) throw new Error(issues.map(({ message }) => message).join('\n'));
  const template = compileTemplate({ file: 'own.hbs', source, partials: {} });
  return render(compose(facts, parsed, 7), template).trim();
}

function problemIn(source: string): string {
  try {
    compileTemplate({ file: 'own.hbs', source, partials: {} });
  } catch (error) {
    return String(error);
  }
  return '';
}

describe('the examples of docs/templates.md', () => {
  const docs = readFileSync('docs/templates.md', 'utf8');
  const examples = [
    ...docs.matchAll(
      /```handlebars\n([^`]+)```\n+gives\n+(?:<!--[^>\n]*-->\n)?```markdown\n([^`]*(?:`[^`]+`[^`]*)*?)\n```/g,
    ),
  ];

  test('there is one for each helper that is not Handlebars’ own', () => {
    for (const helper of [
      'limit',
      'groupBy',
      'heading',
      'formatDate',
      'plural',
      'code',
      'reference',
    ])
      expect(examples.map(([, source]) => source).join('\n')).toContain(helper);
  });

  test.each(examples.map(([, source = '', result = '']) => ({ source, result })))(
    '$source',
    async ({ source, result }) => {
      expect(written(source, {}, await loadSample())).toBe(result.trim());
    },
  );
});

test('no name of the view is that of a helper, which would hide it', () => {
  const names = new Set<string>();
  const visit = (schema: GenericSchema) => {
    for (const [name, value] of Object.entries(schemaEntries(schema))) {
      names.add(name);
      visit(schemaItem(value) ?? value);
    }
  };
  visit(viewSchema);
  expect(names.size).toBeGreaterThan(50);
  // The code of a warning is for programs.
  expect(Object.keys(helpers).filter((helper) => names.has(helper))).toEqual(['code']);
});

describe('groupBy', () => {
  const names =
    '{{#each (groupBy entries "BY")}}\n- {{title}} {{label}}: {{entries.length}}\n{{/each}}';
  const by = (grouping: string, facts: Partial<Snapshot>) =>
    written(names.replace('BY', grouping), { bots: 'list' }, snapshot(facts)).split('\n');

  test('an author has one group, whatever the case of the login, and bots have theirs', () => {
    const pullRequests = [
      pull(1, { author: user('Ada') }),
      pull(2, { author: user('bo') }),
      pull(3, { author: user('ada') }),
      pull(4, { author: bot('mend') }),
    ];
    expect(by('author', { pullRequests })).toEqual([
      '- Ada @Ada: 2',
      '- bo @bo: 1',
      '- mend @mend: 1',
    ]);
  });

  test('entries without a label come last', () => {
    const pullRequests = [pull(1), pull(2, { labels: ['*x*', 'b'] }), pull(3, { labels: ['*x*'] })];
    expect(by('label', { pullRequests })).toEqual(['- \\*x\\* \\*x\\*: 2', '-  : 1']);
  });

  test('a repository and a section have their names', () => {
    const repositories = ['a/one', 'b/two'];
    const pullRequests = [pull(1, { repository: 'b/two' }), pull(1, { repository: 'a/one' })];
    expect(by('repository', { repositories, pullRequests })).toEqual([
      '- b/two b/two: 1',
      '- a/one a/one: 1',
    ]);
    expect(by('section', { repositories, pullRequests })).toEqual(['- Core Core: 2']);
  });

  test('other names, and values that are no list, are mistakes with their line', () => {
    expect(problemIn('\n{{#each (groupBy entries "person")}}{{/each}}')).toContain(
      'own.hbs:2: entries are grouped by one of: "author", "label", "repository", "section"',
    );
    expect(problemIn('{{#each (limit title 3)}}{{/each}}')).toContain(
      'own.hbs:1: "title" is no list',
    );
    expect(
      problemIn('{{#each (groupBy entries "author")}}{{#each entries}}{{txt}}{{/each}}{{/each}}'),
    ).toContain('unknown name "txt"');
  });
});

describe('in the language of the config', () => {
  test('dates', () => {
    expect(written('{{formatDate period.firstDay "dddd, D. MMMM"}}', { locale: 'de' })).toBe(
      'Montag, 1. Mai',
    );
    expect(written('# {{title}}', { locale: 'de', title: 'Bericht' })).toContain('8. Mai 2017');
    expect(written('{{ordinal}}', { locale: 'de' })).toBe('8\\.');
  });

  test('an instant is a day in the timezone of the period', () => {
    const { period } = snapshot();
    const facts = snapshot({
      period: { ...period, start: '2017-04-30T23:00:00Z', timezone: 'Europe/London' },
    });
    expect(written('{{formatDate period.start "D MMMM"}}', {}, facts)).toBe('1 May');
  });

  test('a text that is no date stays', () => {
    expect(written('{{formatDate title "D"}}')).toBe('Development report for 8 May 2017');
  });

  test.each([
    [1, 'żądanie'],
    [3, 'żądania'],
    [12, 'żądań'],
  ])('the plural of %i', (count, form) => {
    const pullRequests = Array.from({ length: count }, (_, index) => pull(index + 1));
    const source = '{{plural stats.pullsMerged "# żądanie" "# żądania" "# żądań"}}';
    expect(written(source, { locale: 'pl' }, snapshot({ pullRequests }))).toBe(`${count} ${form}`);
  });

  test('a locale that Day.js lacks is a mistake', () => {
    const { issues = [] } = parseConfig({ locale: 'xx' });
    expect(issues[0]?.message).toContain(
      'not a locale of Day.js; use one like en, de, fr or pt-br',
    );
  });
});

describe('headings', () => {
  test.each([
    [{}, '## Merged'],
    [{ merged: 'Was wurde' }, '## Was wurde'],
    [{ merged: '### Deeper' }, '### Deeper'],
    [{ merged: '' }, ''],
  ])('%j', (headings, expected) => {
    expect(written('{{heading headings.merged "## Merged"}}', { headings })).toBe(expected);
  });
});
