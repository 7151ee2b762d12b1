import type { Neighbour, Pattern } from './pattern.ts';

/** A state of a nondeterministic automaton; `next` are indexes of states. */
type State =
  | { kind: 'unit'; matches: (unit: string) => boolean; next: number }
  | { kind: 'edge'; holds: (before: Neighbour, after: Neighbour) => boolean; next: number }
  /** In the order of a backtracking engine. */
  | { kind: 'split'; next: number[] }
  | { kind: 'accept' };

export interface Automaton {
  states: readonly State[];
  start: number;
}

/** The parts of a pattern, each counted as often as it is repeated. */
const MOST_PARTS = 1_000;

/** The automaton of a pattern (Thompson's construction); null when it would be too large. */
export function automatonOf(pattern: Pattern): Automaton | null {
  const states: State[] = [{ kind: 'accept' }];
  let parts = 0;
  const add = (state: State): number => states.push(state) - 1;

  /** The state from which a text matches the part, and goes on to `next`. */
  function before(part: Pattern, next: number): number {
    parts += 1;
    if (parts > MOST_PARTS) return next;
    if (part.kind === 'unit') return add({ kind: 'unit', matches: part.matches, next });
    if (part.kind === 'edge') return add({ kind: 'edge', holds: part.holds, next });
    if (part.kind === 'choice') {
      return add({ kind: 'split', next: part.parts.map((inner) => before(inner, next)) });
    }
    return part.kind === 'sequence'
      ? part.parts.reduceRight((following, inner) => before(inner, following), next)
      : beforeRepeat(part, next);
  }

  function beforeRepeat(
    { part, least, most, isLazy }: Extract<Pattern, { kind: 'repeat' }>,
    next: number,
  ): number {
    const inOrder = (more: number) => (isLazy ? [next, more] : [more, next]);
    let start = next;
    if (most === Infinity) {
      const loop: number[] = [];
      start = add({ kind: 'split', next: loop });
      loop.push(...inOrder(before(part, start)));
    } else {
      for (let count = least; count < most && parts <= MOST_PARTS; count += 1) {
        start = add({ kind: 'split', next: inOrder(before(part, start)) });
      }
    }
    for (let count = 0; count < least && parts <= MOST_PARTS; count += 1) {
      start = before(part, start);
    }
    return start;
  }

  const start = before(pattern, 0);
  return parts > MOST_PARTS ? null : { states, start };
}
