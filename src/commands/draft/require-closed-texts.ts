import { layoutTexts } from '../../config/layout-texts.ts';
import type { Config } from '../../config/schema/schema.ts';
import { UsageError } from '../../errors.ts';
import { parseMarkdown } from '../../markdown/processor.ts';
import { noPlaceForRecord } from '../../report/record/no-place-for-record.ts';

/** What HTML and fenced code begin with. A config has many short texts, nearly all without it. */
const MAY_OPEN = /[<`~]/;

/**
 * Refuses Markdown in a config that would swallow what a template writes below it.
 *
 * @param file the config, as messages name it
 * @throws {UsageError} `config-unclosed`
 */
export function requireClosedTexts(config: Config, file: string): void {
  const { introduction, closing } = layoutTexts(config);
  const texts: [option: string, text: string][] = [
    ['introduction', introduction],
    ...closing.map(({ text }, index): [string, string] => [`closing[${index}].text`, text]),
    ...Object.entries(config.sentences).map(inOption('sentences')),
    ...Object.entries(config.headings).map(inOption('headings')),
  ];
  for (const [option, text] of texts) {
    if (!MAY_OPEN.test(text)) continue;
    const problem = noPlaceForRecord({ text, root: parseMarkdown(text) });
    if (problem === null) continue;
    throw new UsageError('config-unclosed', `${file}: the text of ${option} ${problem}.`, {
      hint: 'Correct the text: what follows it in a report would be lost. Lines count from its start.',
    });
  }
}

function inOption(option: string) {
  return ([name, text]: [string, string | null]): [string, string] => [
    `${option}.${name}`,
    text ?? '',
  ];
}
