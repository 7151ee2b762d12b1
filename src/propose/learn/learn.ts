import type { PullRequest } from '../../snapshot/schema.ts';
import { type ProposedSection, section } from '../proposal.ts';
import { pathCandidates } from './path-index.ts';
import { placeRules, type Score } from './path-rules.ts';
import { titleRules } from './title-rules.ts';

export interface Example {
  pull: PullRequest;
  heading: string;
}

/** So few examples that every one counts. */
export const FEW = 20;
const ROUNDS = 3;

/**
 * Rules that put examples where they stood, found greedily. Titles first, because the categoriser asks
 * them first: a beginning that nearly always means one section. Then paths, for an order in which the
 * sections claim: each takes the globs that win it more than they cost. The order is changed as long
 * as moving a section puts more of them right, or as many by simpler rules.
 */
export function learn(
  examples: readonly Example[],
  headings: readonly string[],
): { sections: ProposedSection[]; fallback: string } {
  const least = examples.length < FEW ? 1 : 2;
  const titled = titleRules(
    examples.map(({ pull, heading }) => ({ title: pull.title, heading })),
    least,
  );
  const expressions = titled.map(({ source }) => new RegExp(source, 'i'));
  const rest = examples.filter(
    ({ pull }) => !expressions.some((expression) => expression.test(pull.title)),
  );
  const { placed, fallback } = bestOrder(rest, headings, least);
  const sections = headings.map((heading) =>
    section(heading, {
      titles: titled.filter((rule) => rule.heading === heading).map(({ source }) => source),
      paths: placed.find((rules) => rules.heading === heading)?.globs ?? [],
      claims: placed.findIndex((rules) => rules.heading === heading) + 1,
    }),
  );
  return { sections, fallback };
}

function bestOrder(
  examples: readonly Example[],
  headings: readonly string[],
  least: number,
): Score {
  const pulls = examples.map(({ pull }) => pull);
  const candidates = pathCandidates(pulls, least);
  const place = (order: readonly string[]) =>
    placeRules(
      order,
      examples.map(({ heading }) => heading),
      candidates,
    );
  let best = place(headings);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = best;
    for (const heading of headings) {
      for (let at = 0; at < headings.length; at += 1) {
        const score = place(moved(best, heading, at));
        if (isBetter(score, best)) best = score;
      }
    }
    if (best === before) break;
  }
  return best;
}

function isBetter(score: Score, than: Score): boolean {
  return score.right === than.right ? score.narrowness < than.narrowness : score.right > than.right;
}

function moved({ placed }: Score, heading: string, to: number): string[] {
  const others = placed.map((rules) => rules.heading).filter((other) => other !== heading);
  return others.toSpliced(to, 0, heading);
}
