import type { Project } from '../project.ts';
import type { ProposedConfig, ProposedSettings } from '../proposal.ts';
import { propose } from '../propose.ts';
import { groupsOf } from './groups.ts';
import { fittingLayout } from './layout-fit.ts';
import { leadLike } from './lead-like.ts';
import { leftOver } from './left-over.ts';
import type { ReadModel } from './read-model-form.ts';
import { sectionsLike } from './sections-like.ts';
import { TEMPLATE, templateLike } from './template-like.ts';
import { textSettings, wordSettings } from './text-settings.ts';
import { titleLike } from './title-like.ts';
import { valueSettings } from './value-settings.ts';

/** A config that reproduces the form of a model, and the layout that it needs. */
export interface LikeProposal {
  proposal: ProposedConfig;
  /** Null where one of devreport's layouts fits. */
  template: string | null;
  /** What could not be taken over, a sentence each. */
  left: string[];
}

/**
 * @param first the number of the first report of its series; null where it has no number
 */
export function proposeLike(read: ReadModel, project: Project, first: number | null): LikeProposal {
  const { model, form, time, number } = read;
  const usual = propose({ ...project, reports: [] });
  const groups = form && groupsOf(form, model);
  const lead = leadLike(model, time);
  const layout = form && groups ? fittingLayout(model, form, groups) : null;
  const template =
    form && groups && layout === null ? templateLike(model, form, groups, lead) : null;
  const named = template === null ? (layout ?? 'weekly') : TEMPLATE;
  const sections = groups && sectionsLike(model, groups, project, usual.sections);
  const title = titleLike(model, time, number, named);
  const settings: ProposedSettings = {
    ...valueSettings(read, project, { template: named, title, first }),
    ...textSettings(form, lead, named),
    ...(form && wordSettings(form, lead, layout, model)),
  };
  const left = leftOver(read, { lead, groups, title });
  return {
    proposal: {
      ...(sections ?? usual),
      notes: [
        ...(sections ?? usual).notes,
        ...left.map((sentence) => `Not taken over: ${sentence}`),
      ],
      recurring: {},
      settings,
    },
    template,
    left,
  };
}
