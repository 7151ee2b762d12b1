import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { compose } from '../../src/compose/compose.ts';
import { entryTexts } from '../../src/compose/entry-text.ts';
import { foreignParts } from '../../src/markdown/foreign-parts.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import { hostileExamples, hostileText } from './hostile.ts';
import { config } from './report.ts';
import { pull, snapshot } from './snapshot.ts';

/** A report whose template has the title of a pull request in a place. */
export function reportWith(place: string, title: string, options: ConfigInput = {}): string {
  const source = `{{#each merged}}{{#each entries}}\n${place.replaceAll('TITLE', '{{text}}')}\n{{/each}}{{/each}}`;
  const template = compileTemplate({ file: 'mine.hbs', source, partials: {} });
  const facts = snapshot({ pullRequests: [pull(1, { title })] });
  return render(compose(facts, config(options), 0), template);
}

/** The text of the entry for a title. */
export const entryText = (title: string) =>
  entryTexts({ strip: [] })({ title, note: null, fallback: '' }, null).text;

/** What it shows where code is code. */
export const shown = (title: string) =>
  foreignParts(entryText(title))
    .map((part) => part.text)
    .join('');

/** Titles that show something. */
export const shownTitles = hostileText.filter((title) => plainText(title) !== '');

export const shownExamples = [
  ...hostileExamples,
  ...[
    '-',
    '=',
    '+',
    '+++',
    '#',
    '>',
    '*',
    '1.',
    '---',
    '| -',
    ': x',
    '`|` |',
    '[^a]',
    'x',
    '~~~',
    'lt;',
    '```',
  ],
]
  .filter((title) => plainText(title) !== '')
  .map((title): [string] => [title]);
