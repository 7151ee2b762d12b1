import { type Automaton, automatonOf } from './automaton.ts';
import { type Neighbour, neighbourOf, type Pattern } from './pattern.ts';

/** Whether a text matches. */
export type Matches = (text: string) => boolean;

/**
 * A test whether a text begins with a match of a pattern. A backtracking engine tries one way to match
 * after the other; this one follows all at once, so its time is proportional to the text's length.
 *
 * @returns null for a pattern that is too large
 */
export function matchPattern(pattern: Pattern): Matches | null {
  const automaton = automatonOf(pattern);
  if (!automaton) return null;
  let positions = new Positions(automaton);

  return (text) => {
    if (positions.isFull) positions = new Positions(automaton);
    let position: Position | null = positions.first;
    for (let index = 0; index <= text.length; index += 1) {
      const code = index < text.length ? text.charCodeAt(index) : END;
      position = position.after.get(code) ?? positions.after(position, code);
      if (position.states.length === 0) break;
    }
    return position.accepts;
  };
}

/** Comes after the last unit of a text. */
const END = -1;

/** The states that an automaton can be in before the next unit of a text. */
interface Position {
  /** Empty when nothing after it can change whether the text matches. */
  states: readonly number[];
  accepts: boolean;
  before: Neighbour;
  /** The positions after the units read here so far. */
  after: Map<number, Position>;
}

/** How many states the positions that are kept may have together. */
const MOST_KEPT = 20_000;

/** The positions reached so far: a deterministic automaton that grows as texts are read. */
class Positions {
  readonly first: Position;
  readonly #automaton: Automaton;
  readonly #known = new Map<string, Position>();
  #size = 0;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.first = positionAt([automaton.start], 'end');
  }

  get isFull(): boolean {
    return this.#size > MOST_KEPT;
  }

  /** Reads a unit at a position where it was not read before. */
  after(position: Position, code: number): Position {
    const next = step(this.#automaton, position, code);
    if (this.isFull) return next;
    const key = `${next.before} ${next.accepts} ${next.states.join(' ')}`;
    const known = this.#known.get(key) ?? next;
    this.#size += known === next ? 1 + next.states.length : 1;
    this.#known.set(key, known);
    position.after.set(code, known);
    return known;
  }
}

function positionAt(states: readonly number[], before: Neighbour, accepts = false): Position {
  return { states, accepts, before, after: new Map() };
}

function step({ states }: Automaton, { states: from, before }: Position, code: number): Position {
  const unit = code === END ? '' : String.fromCharCode(code);
  const after = neighbourOf(unit);
  const reached = new Set<number>();
  const next = new Set<number>();
  const pending = [...from];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const state = states[index];
    if (!state || reached.has(index)) continue;
    reached.add(index);
    if (state.kind === 'accept') return positionAt([], after, true);
    if (state.kind === 'split') pending.push(...state.next);
    else if (state.kind === 'edge') {
      if (state.holds(before, after)) pending.push(state.next);
    } else if (unit !== '' && state.matches(unit)) next.add(state.next);
  }
  return positionAt(
    [...next].sort((a, b) => a - b),
    after,
  );
}
