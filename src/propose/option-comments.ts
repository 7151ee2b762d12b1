import type { GenericSchema } from 'valibot';
import { getDescription } from 'valibot';
import { stringify } from 'yaml';
import { parseConfig } from '../config/config.ts';
import { configSchema } from '../config/schema/schema.ts';
import { sectionSchema } from '../config/schema/section-schema.ts';
import { plainText } from '../markdown/plain-text.ts';
import { wrap } from '../markdown/wrap.ts';

const WIDTH = 96;

/** The options of a config, in the order in which they are written. */
export const optionNames = Object.keys(configSchema.entries);

/** What an option is for, as in the option reference. */
export function describeOption(name: string): string {
  const entries: Record<string, GenericSchema> = configSchema.entries;
  return commentOf([descriptionOf(entries[name])]);
}

/** What each option of a section is for. */
export function describeSectionOptions(): string {
  const entries = Object.entries(sectionSchema.entries);
  return commentOf(entries.map(([name, option]) => `${name}: ${descriptionOf(option)}`));
}

/** An option with its default, described and commented out; one without a default has no value. */
export function defaultInComment(name: string): string {
  const { config } = parseConfig({});
  const defaults: Record<string, unknown> = { ...config };
  const value = defaults[name];
  const yaml =
    value === undefined ? `${name}:` : stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
  const lines = yaml.split('\n').map((line) => ` ${line}`);
  return [describeOption(name), ...lines].join('\n');
}

/** Sentences as the lines of a YAML comment, which foreign text in them can neither end nor disguise. */
export function commentOf(sentences: readonly string[]): string {
  return sentences
    .map((sentence) => sentence.split(/\s+/).map(plainText).filter(Boolean).join(' '))
    .flatMap((sentence) => wrap(sentence, WIDTH))
    .map((line) => ` ${line}`)
    .join('\n');
}

function descriptionOf(schema: GenericSchema | undefined): string {
  return (schema && getDescription(schema)) ?? '';
}
