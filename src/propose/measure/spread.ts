import { compileSections } from '../../categorise/section-claims.ts';
import { parseConfig } from '../../config/config.ts';
import { configSections } from '../config-sections.ts';
import type { TriedChange } from '../project.ts';
import type { ProposedSection } from '../proposal.ts';

/** How sections divide the latest changes of a project. */
export interface Spread {
  total: number;
  /** The changes of each section, by its title, also of those without any. */
  changes: ReadonlyMap<string, readonly TriedChange[]>;
  /** The title of the section for what no section claims. */
  fallback: string;
}

/** No section has more than this share of the changes. */
const LARGEST = 2 / 3;
/** What no section claims is less than this share. */
const UNCLAIMED = 1 / 3;

/** Sorts the changes as a report with these sections would. Their titles have to be different. */
export function measureSpread(
  sections: readonly ProposedSection[],
  fallback: string,
  tried: readonly TriedChange[],
): Spread {
  const { config } = parseConfig(configSections(sections, fallback));
  if (!config) throw new Error('the proposed sections are not a valid config');
  const claimsOf = compileSections(config.sections);
  const titles = new Map(config.sections.map(({ id, title }) => [id, title]));
  const changes = new Map(sections.map(({ title }): [string, TriedChange[]] => [title, []]));
  for (const change of tried) {
    const [first] = claimsOf(sortable(change), []);
    changes.get(titles.get(first?.section ?? config.fallback) ?? fallback)?.push(change);
  }
  return { total: tried.length, changes, fallback };
}

function sortable({
  repository = '',
  title,
  labels,
  paths,
}: TriedChange): Parameters<ReturnType<typeof compileSections>>[0] {
  const files = paths.map((path) => ({ path, additions: 0, deletions: 0 }));
  return { repository, title, labels: [...labels], files, author: { login: null } };
}

/** The share of the changes that a section has, from 0 to 1. */
export function shareOf({ total, changes }: Spread, title: string): number {
  return total === 0 ? 0 : (changes.get(title)?.length ?? 0) / total;
}

/**
 * From 0 to 1, higher is better: how likely it is that a change has a section of its own, and that the
 * section says more about it than about another change.
 */
export function spreadScore(spread: Spread): number {
  return [...spread.changes.keys()]
    .filter((title) => title !== spread.fallback)
    .map((title) => shareOf(spread, title))
    .reduce((sum, share) => sum + share * (1 - share), 0);
}

/** The section that has too much: the largest beyond two thirds, or the fallback beyond one; else null. */
export function tooLarge(spread: Spread): string | null {
  const largest = [...spread.changes.keys()].find((title) => shareOf(spread, title) > LARGEST);
  if (largest !== undefined) return largest;
  return shareOf(spread, spread.fallback) > UNCLAIMED ? spread.fallback : null;
}

/** The section that others could divide: one that has too much, or the fallback if it has quite some; else null. */
export function couldBeDivided(spread: Spread): string | null {
  return (
    tooLarge(spread) ?? (shareOf(spread, spread.fallback) > UNCLAIMED / 2 ? spread.fallback : null)
  );
}

/** Whether the sections claim so few of the changes that the report would be one long list. */
export function claimsTooFew(spread: Spread): boolean {
  return spread.total > 0 && shareOf(spread, spread.fallback) > 1 - UNCLAIMED;
}
