import type { ModelGroups } from './groups.ts';
import type { LeadPart } from './lead-like.ts';
import type { Model } from './model.ts';
import type { ModelPeriod } from './model-period.ts';
import type { ReadModel } from './read-model-form.ts';
import { asPlaceholder, withDates } from './words-like.ts';

/** What of a model could not be taken over, to follow “Not taken over: ”; a sentence each. */
export function leftOver(
  { model, form, time }: ReadModel,
  {
    lead,
    groups,
    title,
  }: { lead: readonly LeadPart[]; groups: ModelGroups | null; title: string | null },
): string[] {
  const editors = form?.editors.map((section) => section.title) ?? [];
  const texts = lead.filter(({ kind }) => kind === 'editor').length;
  const others = form ? form.merged.shape.of - form.merged.shape.like : 0;
  return [
    ...(form ? [] : ['its layout: no list in it has links to items.']),
    ...(time ? [] : ['its period: there is no date in its path, title or text.']),
    ...(title === null && model.title !== ''
      ? [
          `its title, which has neither a date nor a number that devreport could find: ${model.title}.`,
        ]
      : []),
    ...(model.hasToml
      ? ['its front matter, which is TOML; write it into a layout of your own.']
      : []),
    ...frontMatterWords(model, time),
    ...(texts > 0
      ? [
          `${texts === 1 ? 'one paragraph' : `${texts} paragraphs`} at its top, in its editor’s words.`,
        ]
      : []),
    ...(editors.length > 0 ? [`sections without a list of items: ${editors.join(', ')}.`] : []),
    ...(others > 0
      ? [`the form of ${others} of its entries, which are written in another way than most.`]
      : []),
    ...(groups?.parts.some(({ depth }) => depth !== groups.depth)
      ? ['groups inside of groups.']
      : []),
  ];
}

/** Its placeholders have no formats for dates. */
function frontMatterWords({ frontMatter, title }: Model, time: ModelPeriod | null): string[] {
  if (!time) return [];
  const keys = Object.entries(frontMatter ?? {}).flatMap(([key, value]) => {
    const text =
      typeof value === 'string'
        ? value.replaceAll(title, '').replace(/\d{4}-\d{2}-\d{2}/g, '')
        : '';
    return withDates(text, time, asPlaceholder) === text ? [] : [key];
  });
  return keys.length > 0
    ? [`dates in words in its front matter (${keys.join(', ')}), which stay as they are.`]
    : [];
}
