import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { UsageError } from '../../../src/errors.ts';
import { loadLocale } from '../../../src/period/locale.ts';
import { configText } from '../../../src/propose/config-text.ts';
import { layoutHeadings, sharedHeadings } from '../../../src/propose/like/headings-like.ts';
import { proposeLike } from '../../../src/propose/like/like.ts';
import { readModel } from '../../../src/propose/like/model.ts';
import { readForm } from '../../../src/propose/like/read-model-form.ts';
import { compileSource } from '../../../src/render/load-template.ts';
import { hostileText } from '../../support/hostile.ts';
import { isThorough, runs } from '../../support/runs.ts';
import { project } from '../project.ts';

beforeAll(() => loadLocale('de'));

function proposalFor(text: string) {
  const file = { shown: 'it.md', text, path: 'reports/2017-05-08.md', isInside: true };
  return proposeLike(readForm(readModel(file, 'https://github.com', null)), project(), 1);
}

const line = hostileText.map((text) => text.replace(/[\r\n]+/g, ' ').slice(0, 200));

describe('whatever a model holds', () => {
  test('its config is valid and its layout compiles, or it is refused', async () => {
    const url = 'https://github.com/a/b/pull/1';
    await fc.assert(
      fc.asyncProperty(line, line, line, fc.boolean(), async (a, b, c, hasData) => {
        const data = hasData
          ? `---\ntitle: ${JSON.stringify(a)}\nx: ${JSON.stringify(b)}\n---\n\n`
          : '';
        const text = `${data}# ${a}\n\n${b}\n\n## ${c}\n\n* ${b} ${c} ([#1](${url})) ${a}\n`;
        try {
          const { proposal, template } = proposalFor(text);
          parseYamlConfig(configText(proposal, null), 'it');
          if (template !== null) await compileSource(template, 'it.hbs', '/nonexistent', null);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          expect((error as UsageError).code).toMatch(/^(?:model-|front-matter-|markdown-)/);
        }
      }),
      runs(25),
    );
  });

  test.runIf(isThorough)(
    'a long line takes no time that grows faster than its length',
    { timeout: 20_000 },
    () => {
      const words = ' ,.;:- by '.repeat(20_000);
      const text = `# ${words}\n\n${words}.\n\n## X\n\n- ${words}a [#1](https://github.com/a/b/pull/1)${words}\n`;
      expect(proposalFor(text).template).not.toBeNull();
    },
  );
});

test('the headings of layouts are those that models are compared with', () => {
  const read = (path: string) =>
    readFileSync(new URL(`../../../templates/${path}`, import.meta.url), 'utf8');
  for (const [layout, headings] of Object.entries(layoutHeadings))
    for (const [name, written] of Object.entries(headings))
      expect(read(`${layout}.hbs`)).toContain(`{{heading headings.${name} "${written}"}}`);
  const partials = ['newcomers', 'contributors', 'help-wanted', 'in-numbers']
    .map((name) => read(`partials/${name}.hbs`))
    .join('');
  for (const written of Object.values(sharedHeadings)) expect(partials).toContain(`"${written}"`);
});
