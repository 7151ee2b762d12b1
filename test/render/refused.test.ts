import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import type { Template } from '../../src/render/template.ts';
import { config } from '../support/report.ts';
import { snapshot } from '../support/snapshot.ts';

const sections = Array.from({ length: 4 }, (_, index) => ({ title: `S${String(index)}` }));
const view = compose(snapshot(), config({ sections }), 0);

function errorOf(source: string, partials: Template['partials'] = {}): string {
  try {
    render(view, compileTemplate({ file: 'mine.hbs', source, partials }));
  } catch (error) {
    return String(error);
  }
  return 'no error';
}

describe('a template is refused with its line', () => {
  const partials = { line: { file: 'line.hbs', source: 'x' } };

  test.each([
    ['\n{{* foo}}', 'mine.hbs:2: decorators and inline partials are not supported'],
    ['{{#*inline "x"}}{{> x}}{{/inline}}', 'mine.hbs:1: decorators and inline partials are not'],
    ['{{#> line}}x{{/line}}', 'mine.hbs:1: a partial takes no block; write {{> name}}'],
    ['{{> (lookup . "title")}}', 'mine.hbs:1: the name of a partial cannot be computed'],
    ['{{> @partial-block}}', 'mine.hbs:1: unknown partial "@partial-block"'],
    ['{{> __proto__}}', 'mine.hbs:1: unknown partial "__proto__"'],
    ['{{> line title date}}', 'mine.hbs:1: the partial "line" takes one value'],
    ['{{constructor}}', 'mine.hbs:1: unknown name "constructor"'],
    ['{{__proto__.x}}', 'mine.hbs:1: unknown name "__proto__.x"'],
    ['{{lookup stats "constructor"}}', 'mine.hbs:1: unknown name "constructor"'],
    ['{{lookup . "period"}}', 'mine.hbs:1: "lookup" is not a text; names inside it: start,'],
    ['{{../title}}', 'mine.hbs:1: "../title" leads out of the template'],
    ['{{@foo}}', 'mine.hbs:1: unknown name "@foo"; known names here: @root, @index, @key, @first,'],
    ['{{log title}}', 'mine.hbs:1: unknown helper "log"'],
    ['{{helperMissing title}}', 'mine.hbs:1: unknown helper "helperMissing"'],
    ['{{#title}}x{{/title}}', 'mine.hbs:1: unknown helper "title"'],
    ['{{{{raw}}}}x{{{{/raw}}}}', 'mine.hbs:1: unknown helper "raw"'],
    ['{{#if}}x{{/if}}', 'mine.hbs:1: "if" takes 1 value(s), found 0'],
    ['{{#each merged issues}}x{{/each}}', 'mine.hbs:1: "each" takes 1 value(s), found 2'],
    ['{{#if (eq kind)}}x{{/if}}', 'mine.hbs:1: "eq" takes 2 value(s), found 1'],
    ['{{if title}}', 'mine.hbs:1: "if" is a block: {{#if …}}…{{/if}}'],
    ['{{#eq title date}}x{{/eq}}', 'mine.hbs:1: "eq" is no block: {{#if (eq …)}}…{{/if}}'],
    ['{{"title"}}', 'mine.hbs:1: title is a value; write it without braces'],
    ['{{code merged}}', 'mine.hbs:1: "merged" is a list'],
    ['{{#each merged as |if|}}{{/each}}', `mine.hbs:1: a block parameter can't have the name "if"`],
    ['{{lookup merged 0}}', 'mine.hbs:1: not a text'],
  ])('%s', (source, message) => {
    const text = errorOf(source, partials);
    expect(text).toContain('UsageError: The template mine.hbs is not valid:');
    expect(text).toContain(message);
  });

  test.each([
    ['long', 'x'.repeat(100_001), 'mine.hbs:1: longer than 100000 characters'],
    ['deep', `\n${'{{#if title}}'.repeat(1_000)}`, 'mine.hbs:2: nested too deep'],
    ['deep by else', `{{#if title}}${'{{else if title}}'.repeat(1_000)}`, 'mine.hbs:1: nested too'],
    ['deep in calls', `{{code ${'(code '.repeat(5_000)}`, 'mine.hbs:1: nested too deep'],
  ])('when it is too %s', (_, source, message) => {
    expect(errorOf(source)).toContain(message);
  });
});

describe('a template ends when it writes without end', () => {
  const message = 'mine.hbs: it writes more than 10000000 characters; use fewer loops inside loops';

  test.each([
    ['a text', 'x'],
    ['nothing', ''],
  ])('loops inside loops around %s', (_, text) => {
    const loops = 20;
    const source = `${'{{#each @root.merged}}'.repeat(loops)}${text}${'{{/each}}'.repeat(loops)}`;
    expect(errorOf(source)).toContain(message);
  });

  test('partials that multiply', () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${String(index)}`);
    const partials = Object.fromEntries(
      names.map((name, index) => {
        const next = names[index + 1];
        const source = next === undefined ? 'x' : `{{> ${next}}}{{> ${next}}}`;
        return [name, { file: `partials/${name}.hbs`, source }];
      }),
    );
    expect(errorOf('{{> p0}}', partials)).toContain(message);
  });
});
