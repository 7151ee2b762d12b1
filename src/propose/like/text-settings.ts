import { layoutTexts } from '../../config/layout-texts.ts';
import { parseConfig } from '../../config/config.ts';
import { plainLine } from '../../markdown/plain-text.ts';
import { isPlainName } from '../plain-name.ts';
import type { ProposedSettings } from '../proposal.ts';
import type { Form } from './form.ts';
import { headingsLike } from './headings-like.ts';
import type { LeadPart } from './lead-like.ts';
import type { Model } from './model.ts';
import type { PartKind } from './part-kind.ts';
import { sentencesLike } from './sentences-like.ts';

/** The introduction and the closing sections, also where the layout's own are not in the model. */
export function textSettings(
  form: Form | null,
  lead: readonly LeadPart[],
  template: string,
): ProposedSettings {
  const { config } = parseConfig({ template });
  if (!config) return {};
  const usual = layoutTexts(config);
  const introduction = lead
    .filter(({ kind }) => kind === 'standing')
    .map(({ text }) => text)
    .filter((text) => plainLine(text) !== '')
    .join('\n\n');
  const closing = (form?.closing ?? [])
    .filter(
      ({ heading, title }, _, all) =>
        heading?.depth === all[0]?.heading?.depth && isPlainName(title) && !/\d/.test(title),
    )
    .map(({ title }) => ({ title }));
  const isSame =
    closing.map(({ title }) => title).join('\n') ===
    usual.closing.map(({ title }) => title).join('\n');
  const none = 'The model has none.';
  return {
    ...(introduction !== usual.introduction && {
      introduction: {
        value: introduction,
        why: [
          introduction === ''
            ? none
            : 'What the model says to its readers in general. Leave out what was for that report only.',
        ],
      },
    }),
    ...(!isSame && {
      closing: {
        value: closing,
        why: [closing.length === 0 ? none : `The sections at the end of the model.`],
      },
    }),
  };
}

/** The headings, sentences, parts and credits of a model. */
export function wordSettings(
  form: Form,
  lead: readonly LeadPart[],
  layout: string | null,
  { report }: Model,
): ProposedSettings {
  const headings = headingsLike(form, layout);
  const hasOtherReports = report.paragraphs.some((paragraph) =>
    /\b(?:other|previous|last|earlier) reports?\b/i.test(paragraph.content),
  );
  const sentences = sentencesLike(lead, form, layout, hasOtherReports);
  const why = 'As in the model. An empty one is left out.';
  return {
    ...(Object.keys(headings).length > 0 && { headings: { value: headings, why: [why] } }),
    ...(Object.keys(sentences).length > 0 && { sentences: { value: sentences, why: [why] } }),
    ...(layout !== null &&
      form.merged.shape.isAuthorOnly &&
      form.merged.shape.of > 2 &&
      form.merged.shape.parts.some(({ kind }) => kind === 'people') && {
        credits: { value: ['author'], why: ['No entry of the model names more than one person.'] },
      }),
    ...partSettings(form),
  };
}

const onRequest: Partial<Record<PartKind, string>> = {
  contributors: 'contributors',
  helpWanted: 'help-wanted',
  statistics: 'statistics',
};

function partSettings({ parts }: Form): ProposedSettings {
  const shown = parts.flatMap(({ kind }) => onRequest[kind] ?? []);
  return shown.length > 0
    ? { show: { value: [...new Set(shown)], why: ['Parts that the model has.'] } }
    : {};
}
