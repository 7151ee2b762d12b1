import { readFile } from 'node:fs/promises';
import { format } from 'prettier';
import * as v from 'valibot';
import { actionReference, actionYaml } from './action-reference.ts';
import { ruleTexts } from './rule-documents.ts';
import { rulesReference } from './rules-reference.ts';
import { serialiseSnapshot } from '../src/snapshot/parse.ts';
import { configJsonSchema, configReference } from './config-reference.ts';
import { withGenerated } from './generated-part.ts';
import { localeNamesSource, localesSource } from './locales.ts';
import { messageReference } from './message-reference.ts';
import { recordSample } from './record-sample.ts';
import { sampleReport } from './sample-report.ts';
import { seedSchema } from './seed.ts';
import { templateReference } from './template-reference.ts';

/** Every generated file that is committed, by its path, and how to make its text. */
export const generated: Record<string, () => Promise<string>> = {
  'src/collect/sample.json': async () => {
    const seed = await readFile('test/seed/week-2017-05-08.json', 'utf8');
    return serialiseSnapshot(recordSample(v.parse(seedSchema, JSON.parse(seed))));
  },
  // After the sample, which it is made from.
  'reports/2017-05-08.md': sampleReport,
  'src/period/locale-names.ts': localeNamesSource,
  'src/period/locales.ts': localesSource,
  'action.yml': () => format(actionYaml(), { parser: 'yaml', printWidth: 100, singleQuote: true }),
  'docs/action.md': () => withGenerated('docs/action.md', actionReference()),
  'docs/devreport.schema.json': () =>
    format(JSON.stringify(configJsonSchema()), { parser: 'json', printWidth: 100 }),
  'docs/config.md': () => withGenerated('docs/config.md', configReference()),
  'docs/messages.md': async () => withGenerated('docs/messages.md', await messageReference()),
  'src/check/explain/rule-texts.json': () =>
    format(JSON.stringify(ruleTexts()), { parser: 'json', printWidth: 100 }),
  'docs/rules.md': () => withGenerated('docs/rules.md', rulesReference()),
  'docs/templates.md': async () => withGenerated('docs/templates.md', await templateReference()),
};
