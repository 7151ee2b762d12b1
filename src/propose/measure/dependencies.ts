import { titleMatch } from '../../categorise/match.ts';
import { meaningOf } from '../meaning.ts';
import type { Project } from '../project.ts';
import { createSection, type Proposal } from '../proposal.ts';

/** The share of the changes that are dependency bumps from which on these have a section. */
const LEAST_SHARE = 0.05;

/** How bots and people title what changes dependencies. */
const titles = [
  String.raw`^[a-z]+\(deps[^)]*\)!?:`,
  String.raw`^deps(\([^)]*\))?!?:`,
  String.raw`^([^\s(:]+:? ){0,2}bump\b`,
  String.raw`^(build|chore|ci)\([^)]*\)!?: bump\b`,
  String.raw`^(\S+ ){0,2}(update|upgrade) .*\bto v?\d`,
  String.raw`^(\S+ ){0,2}(update|upgrade) (dependency|dependencies|all (non-major )?dependencies)\b`,
  String.raw`^(\S+ ){0,2}lock ?file maintenance\b`,
];

/**
 * Adds a section for dependencies, or the titles of their bumps to the one that there is, unless these are few, or
 * left out of the report.
 */
export function withDependencies(proposal: Proposal, { tried }: Pick<Project, 'tried'>): Proposal {
  const { sections, exclude, fallback } = proposal;
  if (exclude.labels.some(isForDependencies)) return proposal;
  const match = titleMatch(titles);
  const count = tried.filter(({ title }) => match(title) !== null).length;
  if (count < Math.max(2, tried.length * LEAST_SHARE)) return proposal;
  const why = `${count} of ${tried.length} titles are those of dependency bumps.`;
  const own = sections.find(({ title }) => title !== fallback && isForDependencies(title));
  if (!own) {
    const added = createSection('Dependencies', { titles, labels: ['dependencies'], why: [why] });
    return { ...proposal, sections: [...sections, added] };
  }
  if (own.titles.length > 0) return proposal;
  const known = { ...own, titles, why: [...own.why, why] };
  return { ...proposal, sections: sections.map((one) => (one === own ? known : one)) };
}

/** Whether a section is for dependencies: what bots write has to be told from what it looks like. */
export function isForDependencies(title: string): boolean {
  return meaningOf(title) === 'dependency';
}
