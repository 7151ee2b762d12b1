import type { Candidate } from './path-index.ts';

/** Globs for each section, in the order in which the sections claim. */
export interface Placed {
  heading: string;
  globs: string[];
}

/** Rules, and how many examples they put where they were. */
export interface Score {
  placed: Placed[];
  /** The section of most examples that no rule matches. */
  fallback: string;
  right: number;
  /** The less, the simpler the rules. */
  narrowness: number;
}

const MOST = 8;
/** Of a section without rules, which only the fallback could fill. */
const NO_RULES = 4;

/**
 * Lets the sections choose in the given order: each takes, one after the other, the globs that win it
 * more of its own than they take from others, among what the sections before it have left.
 *
 * @param headings the section of each example
 * @param candidates those preferred come first; of equals, what fewer of other sections changed wins
 */
export function placeRules(
  order: readonly string[],
  headings: readonly string[],
  candidates: readonly Candidate[],
): Score {
  const left = new Set(headings.keys());
  let right = 0;
  let narrowness = 0;
  const placed = order.map((heading): Placed => {
    const globs: string[] = [];
    while (globs.length < MOST) {
      const best = bestOf(heading, headings, candidates, left);
      if (!best) break;
      globs.push(best.glob);
      narrowness += best.narrowness;
      for (const index of best.matches) {
        if (left.delete(index) && headings[index] === heading) right += 1;
      }
    }
    if (globs.length === 0) narrowness += NO_RULES;
    return { heading, globs };
  });
  const counts = order.map(
    (heading) => [...left].filter((index) => headings[index] === heading).length,
  );
  const most = Math.max(...counts);
  const fallback = order[counts.indexOf(most)] ?? '';
  return { placed, fallback, right: right + most, narrowness };
}

function bestOf(
  heading: string,
  headings: readonly string[],
  candidates: readonly Candidate[],
  left: ReadonlySet<number>,
): Candidate | null {
  const strangers = ({ matches }: Candidate) =>
    matches.filter((index) => headings[index] !== heading).length;
  let best: Candidate | null = null;
  let most = 0;
  for (const candidate of candidates) {
    // No more can be won than it matches.
    if (candidate.matches.length < most) continue;
    let gain = 0;
    for (const index of candidate.matches) {
      if (left.has(index)) gain += headings[index] === heading ? 1 : -1;
    }
    const isPurer =
      gain === most &&
      candidate.narrowness === best?.narrowness &&
      strangers(candidate) < strangers(best);
    if (gain > most || isPurer) [best, most] = [candidate, gain];
  }
  return best;
}
