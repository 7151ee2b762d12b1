import { layoutTexts } from '../../config/layout-texts.ts';
import { parseConfig } from '../../config/config.ts';
import { parseDay } from '../../period/calendar.ts';
import { dateOf } from '../../period/timezone.ts';
import { weekdays } from '../../period/weekday.ts';
import type { Project } from '../project.ts';
import type { ProposedSettings } from '../proposal.ts';
import type { Form } from './form.ts';
import { frontMatterLike } from './front-matter-like.ts';
import type { ModelNumber } from './model-number.ts';
import type { Model } from './model.ts';
import type { ReadModel } from './read-model-form.ts';
import { TEMPLATE } from './template-like.ts';
import { stripLike } from './strip-like.ts';

/** The options of a model that are single values; `first` as for `proposeLike`. */
export function valueSettings(
  read: ReadModel,
  { pulls }: Pick<Project, 'pulls'>,
  { template, title, first }: { template: string; title: string | null; first: number | null },
): ProposedSettings {
  const { model, form, number, file, fileNote } = read;
  return {
    repositories: {
      value: model.repositories,
      why: ['Those that the model cites, most often first.'],
    },
    ...timeSettings(read),
    ...(form && stripSetting(model, form, pulls)),
    file: {
      value: file,
      why: [`Taken from ${model.path}.`, ...(fileNote === null ? [] : [fileNote])],
    },
    ...(number && first !== null && numberSetting(number, first)),
    ...titleSetting(model, title, template),
    template: { value: template, why: [templateReason(template, form)] },
    ...frontMatterSetting(read),
  };
}

function timeSettings({ time }: ReadModel): ProposedSettings {
  if (!time) return {};
  const { period, locale, source } = time;
  const first = parseDay(dateOf(period.start, period.timezone));
  const day = first ? weekdays[first.day()] : 'monday';
  const isShifted = period.kind === 'week' && source !== null && day !== 'monday';
  return {
    ...(isShifted && {
      weekStart: { value: day, why: [`The week of the model begins on that day, ${source}.`] },
    }),
    ...(locale !== 'en' && {
      locale: { value: locale, why: ['The language of the dates in the model.'] },
    }),
  };
}

function stripSetting(model: Model, form: Form, pulls: Project['pulls']): ProposedSettings {
  const strip = stripLike(model, form, pulls);
  return strip === null
    ? {}
    : {
        text: {
          value: { strip },
          why: ['The entries of the model lack this start of their titles.'],
        },
      };
}

function numberSetting({ number, source }: ModelNumber, first: number): ProposedSettings {
  const where = {
    title: 'its title',
    file: 'the name of its file',
    text: 'its text',
    'front matter': 'its front matter',
  }[source];
  return {
    number: {
      value: first,
      why: [
        `So that the model is no. ${number}, as ${where} says, and the next one ${number + 1}.`,
      ],
    },
  };
}

function titleSetting(model: Model, title: string | null, template: string): ProposedSettings {
  const { config } = parseConfig({ template });
  if (title === null || (config && layoutTexts(config).title === title)) return {};
  return { title: { value: title, why: [`Taken from the title of the model: ${model.title}`] } };
}

function templateReason(template: string, form: Form | null): string {
  if (!form) return 'The model has no list to take a layout from.';
  const { like, of } = form.merged.shape;
  const share = `${like} of its ${of} entries are written this way`;
  return template === TEMPLATE
    ? `No layout of devreport has the form of the model, so this one was made from it; ${share}.`
    : `The form of the model: ${share}.`;
}

function frontMatterSetting({ model, time, number }: ReadModel): ProposedSettings {
  const value = frontMatterLike(model, time, number);
  return value
    ? { frontMatter: { value, why: ['That of the model, with placeholders for what is its own.'] } }
    : {};
}
