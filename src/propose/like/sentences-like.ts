import { type SentenceName, sentenceText } from '../../config/schema/sentences-schema.ts';
import { parseConfig } from '../../config/config.ts';
import type { Form } from './form.ts';
import type { LeadPart } from './lead-like.ts';

/** The standing sentences of each layout that a model can be without. */
const standing: Readonly<Record<string, readonly SentenceName[]>> = {
  weekly: ['ordinal'],
  digest: ['scope', 'numbers'],
  themed: ['scope', 'previous'],
  changelog: [],
  people: ['published'],
};

/** The value of `sentences:`: those that a model words in another way, or does without. */
export function sentencesLike(
  lead: readonly LeadPart[],
  { parts }: Form,
  layout: string | null,
  hasOtherReports: boolean,
): Record<string, string> {
  const names = layout === null ? (['ordinal', 'scope'] as const) : (standing[layout] ?? []);
  const own = names.flatMap((name): [string, string][] => {
    const found = lead.find(({ kind }) => kind === name);
    const isThere = found !== undefined || (name === 'previous' && hasOtherReports);
    if (!isThere) return layout === null ? [] : [[name, '']];
    const text = found && name !== 'numbers' ? found.text : sentenceText(name);
    return text === sentenceText(name) || !isValid(name, text) ? [] : [[name, text]];
  });
  const isWelcoming = parts.some(({ kind }) => kind === 'newcomers');
  return { ...Object.fromEntries(own), ...(layout !== null && !isWelcoming && { welcome: '' }) };
}

/** Braces of the model would be placeholders. */
function isValid(name: string, text: string): boolean {
  return parseConfig({ sentences: { [name]: text } }).config !== undefined;
}
