import type { GraphQLRequest } from './answer.ts';
import { hash } from './random.ts';

/** When a failure occurs: when all the given conditions hold. */
export interface When {
  /** Of the requests that `matches` accepts since it was armed, the first is 1. */
  on?: number | readonly number[];
  /** Every n-th of those. */
  every?: number;
  /** A share of those, drawn from `seed`, the query and how often it came: the order does not matter. */
  probability?: number;
  seed?: number;
  matches?: (request: GraphQLRequest) => boolean;
  /** At most so often. */
  times?: number;
}

/** Decides for each request whether the failure occurs. */
export function schedule(when: When): (request: GraphQLRequest) => boolean {
  const { on, every, probability, seed = 1, matches, times = Infinity } = when;
  const chosen = on === undefined ? null : [on].flat();
  const seen = new Map<string, number>();
  let count = 0;
  let hits = 0;
  return (request) => {
    if (matches && !matches(request)) return false;
    count++;
    if (hits >= times) return false;
    if (chosen && !chosen.includes(count)) return false;
    if (every !== undefined && count % every !== 0) return false;
    if (probability !== undefined) {
      const text = `${request.query} ${JSON.stringify(request.variables)}`;
      const repeats = seen.get(text) ?? 0;
      seen.set(text, repeats + 1);
      if (hash(`${seed} ${repeats} ${text}`) / 2 ** 32 >= probability) return false;
    }
    hits++;
    return true;
  };
}
