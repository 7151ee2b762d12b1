import type { MergedPull } from '../project.ts';
import { titleMatch } from '../../categorise/match.ts';
import { createSection, type ProposedSection } from '../proposal.ts';
import { globCandidates } from './glob-candidates.ts';
import { chooseGlobs, type GlobRules } from './glob-rules.ts';
import { titleRules } from './title-rules.ts';

/** A pull request, and the section that an editor put it in. */
export interface LearningExample {
  pull: MergedPull;
  heading: string;
}

/** With fewer examples than this, every single one counts. */
export const FEW_EXAMPLES = 20;
const ROUNDS = 3;

/**
 * Rules that put the examples in their sections, found greedily. Titles first, because the categoriser
 * asks them first: beginnings that nearly always mean one section. Then paths, for an order in which
 * the sections claim: each takes the globs that win it more than they cost. The order changes as long
 * as moving a section puts more of the examples right, or as many by simpler rules.
 */
export function learn(
  examples: readonly LearningExample[],
  headings: readonly string[],
): { sections: ProposedSection[]; fallback: string } {
  const least = examples.length < FEW_EXAMPLES ? 1 : 2;
  const byTitle = titleRules(examples.map(({ pull, heading }) => ({ title: pull.title, heading })));
  const ruleFor = titleMatch(byTitle.map(({ source }) => source));
  const unmatched = examples.filter(({ pull }) => ruleFor(pull.title) === null);
  const { claimants, fallback } = bestOrder(unmatched, headings, least);
  const sections = headings.map((heading) => {
    const index = claimants.findIndex((claimant) => claimant.heading === heading);
    return createSection(heading, {
      titles: byTitle.filter((rule) => rule.heading === heading).map(({ source }) => source),
      paths: claimants[index]?.globs ?? [],
      claims: index + 1,
    });
  });
  return { sections, fallback };
}

function bestOrder(
  examples: readonly LearningExample[],
  headings: readonly string[],
  least: number,
): GlobRules {
  const pulls = examples.map(({ pull }) => pull);
  const candidates = globCandidates(pulls, least);
  const rulesFor = (order: readonly string[]) =>
    chooseGlobs(
      order,
      examples.map(({ heading }) => heading),
      candidates,
    );
  let best = rulesFor(headings);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = best;
    for (const heading of headings) {
      for (let to = 0; to < headings.length; to += 1) {
        const rules = rulesFor(moved(best, heading, to));
        if (isBetter(rules, best)) best = rules;
      }
    }
    if (best === before) break;
  }
  return best;
}

function isBetter(rules: GlobRules, than: GlobRules): boolean {
  return rules.right === than.right ? rules.complexity < than.complexity : rules.right > than.right;
}

/** The claims order with one section moved. */
function moved({ claimants }: GlobRules, heading: string, to: number): string[] {
  const others = claimants.map((claimant) => claimant.heading).filter((other) => other !== heading);
  return others.toSpliced(to, 0, heading);
}
