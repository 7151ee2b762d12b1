import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { UsageError } from '../../src/errors.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import { config } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { act, issue, pull, snapshot } from '../support/snapshot.ts';

const words = (list: string) => fc.constantFrom(...list.split(' '));
const lines = (list: string) => fc.constantFrom(...list.trim().split(/\n\s*/));
const mostly = (usual: fc.Arbitrary<string>, other: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, other);

const helper = fc.oneof(
  words('if unless each with lookup eq not and or code comment'),
  words('log helperMissing blockHelperMissing title ./if [if] this @root "title" 1 null'),
  fc.constant('[ write]'),
);
const name = mostly(
  words('title stats.pullsMerged complete @root.title introduction @root.merged this.title'),
  fc.oneof(
    words('merged issues merged.0.title merged.[0] merged.length . this ../title ../.. ../../../x'),
    words('@root @index @first @../index @foo entries text refs a if null undefined true 3 "x"'),
    words('constructor __proto__ stats.constructor title.toString'),
  ),
);

/** Templates in Handlebars' whole grammar, most of them right. */
const { template } = fc.letrec<Record<'template' | 'statement' | 'expression' | 'call', string>>(
  (tie) => ({
    template: fc
      .array(tie('statement'), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('')),
    statement: fc.oneof(
      { withCrossShrink: true, depthSize: 'small' },
      mostly(
        fc.constantFrom(...Array.from('*_[]()#|\\\n -x')),
        fc.constantFrom('<a title="', '">', '<!--', '-->', '<script>', '`'),
      ),
      mostly(
        lines(`
          {{> line}}
          {{> line a=title}}
          {{~title~}}
          {{{title}}}
          {{!-- }} --}}
          {{#each merged as |a b|}}{{a.title}}{{b}}{{#each a.entries}}{{text}}{{../../date}}{{/each}}{{/each}}
          {{#with stats}}{{pullsMerged}}{{../title}}{{/with}}
          {{#if title}}a{{else if complete}}b{{else}}c{{/if}}
          {{^if title}}a{{/if}}
          {{{{if title}}}} {{x}} {{{{/if}}}}`),
        lines(String.raw`
          {{else}}
          {{
          }}
          \{{title}}
          {{* x}}
          {{#*inline "x"}}a{{/inline}}
          {{#> line}}a{{/line}}
          {{> self}}
          {{> nope}}
          {{> (lookup . "title")}}
          {{> @partial-block}}
          {{> line 1 2}}
          {{> line title}}`),
      ),
      tie('expression').map((inner) => `{{${inner}}}`),
      tie('call').map((inner) => `{{${inner}}}`),
      fc
        .tuple(
          mostly(fc.constant('#'), fc.constant('^')),
          mostly(words('if unless with'), helper),
          tie('expression'),
          tie('template'),
          tie('template'),
        )
        .map(
          ([sign, block, subject, body, inverse]) =>
            `{{${sign}${block} ${subject}}}${body}{{else}}${inverse}{{/${block}}}`,
        ),
      fc
        .tuple(tie('expression'), mostly(words('a b c'), words('if [ write]')), tie('template'))
        .map(([subject, names, body]) => `{{#each ${subject} as |${names}|}}${body}{{/each}}`),
    ),
    expression: fc.oneof(
      { depthSize: 'small' },
      name,
      tie('call').map((inner) => `(${inner})`),
    ),
    call: mostly(
      fc.oneof(
        tie('expression').map((value) => `code ${value}`),
        tie('expression').map((value) => `comment ${value}`),
        tie('expression').map((value) => `lookup ${value} "0"`),
        fc.tuple(words('eq and or'), name, tie('expression')).map((parts) => parts.join(' ')),
      ),
      fc
        .tuple(helper, fc.array(tie('expression'), { maxLength: 3 }), words('a=title 1'))
        .map(([called, values, last]) => [called, ...values, last].join(' ')),
    ),
  }),
);

const view = compose(
  snapshot({
    pullRequests: [pull(1, { title: '<b> "x"' }), pull(2, {})],
    issues: [issue(3, { activity: [act('commented', 'a')] })],
  }),
  config(),
  0,
);

test('a template gives a report, or an error with its line', () => {
  const partials = {
    line: { file: 'partials/line.hbs', source: '{{@root.title}} {{#if a}}{{a}}{{/if}}' },
    self: { file: 'partials/self.hbs', source: '{{> self}}' },
  };
  fc.assert(
    fc.property(template, (source) => {
      try {
        expect(render(view, compileTemplate({ file: 'own.hbs', source, partials }))).not.toMatch(
          /[\uE000\uE001]/,
        );
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect(error).toMatchObject({ code: 'template-invalid' });
        expect(String(error)).toMatch(/\.hbs:\d+: /);
      }
    }),
    runs(250),
  );
});
