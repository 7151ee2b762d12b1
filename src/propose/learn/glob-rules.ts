import type { GlobCandidate } from './glob-candidates.ts';

/** Globs for each section, and how well they explain the examples. */
export interface GlobRules {
  /** In the order in which the sections claim. */
  claimants: { heading: string; globs: string[] }[];
  /** The section of most examples that no glob matches. */
  fallback: string;
  /** How many examples the globs and the fallback put in their own section. */
  right: number;
  /** Lower is simpler. */
  complexity: number;
}

/** Globs of one section. */
const MOST = 8;
/** The complexity of a section without globs, which only the fallback could fill. */
const NO_GLOBS = 4;

/**
 * Lets the sections choose globs in the given order. From the examples that earlier sections have not
 * taken, each keeps taking the glob that wins it the most, as long as it matches more of the section's
 * own examples than of others'.
 *
 * @param headings the section of each example
 * @param candidates the preferred ones first; of equals, the one that fewer of other sections match wins
 */
export function chooseGlobs(
  order: readonly string[],
  headings: readonly string[],
  candidates: readonly GlobCandidate[],
): GlobRules {
  const left = new Set(headings.keys());
  let right = 0;
  let complexity = 0;
  const claimants = order.map((heading) => {
    const globs: string[] = [];
    while (globs.length < MOST) {
      const best = bestGlob(heading, headings, candidates, left);
      if (!best) break;
      globs.push(best.glob);
      complexity += best.complexity;
      for (const index of best.matches) {
        if (left.delete(index) && headings[index] === heading) right += 1;
      }
    }
    if (globs.length === 0) complexity += NO_GLOBS;
    return { heading, globs };
  });
  const counts = order.map(
    (heading) => [...left].filter((index) => headings[index] === heading).length,
  );
  const most = Math.max(...counts);
  const fallback = order[counts.indexOf(most)] ?? '';
  return { claimants, fallback, right: right + most, complexity };
}

function bestGlob(
  heading: string,
  headings: readonly string[],
  candidates: readonly GlobCandidate[],
  left: ReadonlySet<number>,
): GlobCandidate | null {
  const strangers = ({ matches }: GlobCandidate) =>
    matches.filter((index) => headings[index] !== heading).length;
  let best: GlobCandidate | null = null;
  let most = 0;
  for (const candidate of candidates) {
    // A glob can't win more examples than it matches.
    if (candidate.matches.length < most) continue;
    let gain = 0;
    for (const index of candidate.matches) {
      if (left.has(index)) gain += headings[index] === heading ? 1 : -1;
    }
    const isPurer =
      gain === most &&
      candidate.complexity === best?.complexity &&
      strangers(candidate) < strangers(best);
    if (gain > most || isPurer) [best, most] = [candidate, gain];
  }
  return best;
}
