import { parseConfig } from '../config/config.ts';
import type { Config } from '../config/schema/schema.ts';
import { configSections } from './config-sections.ts';
import { claimsTooFew, measureSpread } from './measure/spread.ts';
import type { Project } from './project.ts';
import { createSection, type Proposal } from './proposal.ts';
import { propose } from './propose.ts';

/** The sections of a report without a config. */
export interface FirstSections extends Pick<Config, 'sections' | 'fallback'> {
  /** Where they come from, as in "from the folders that changed most"; null when nothing suggests any. */
  source: string | null;
}

/** The one section of a project in which nothing suggests several. */
const undivided = createSection('Changes');

/** The sections that would be proposed for a first config; a single one when these divide nothing. */
export function firstSections(project: Project): FirstSections {
  const proposal: Proposal = propose(project);
  const { sections: proposed, fallback: rest } = proposal;
  const divides = !claimsTooFew(measureSpread(proposed, rest ?? '', project.tried));
  const chosen = divides
    ? configSections(proposal.sections, proposal.fallback ?? '')
    : configSections([undivided], undivided.title);
  const { config } = parseConfig(chosen);
  if (!config) throw new Error('the proposed sections are not a valid config');
  const { sections, fallback } = config;
  return { sections, fallback, source: divides ? proposal.source : null };
}
