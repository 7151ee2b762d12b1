import type { Automaton } from './automaton.ts';
import { neighbourOf } from './pattern.ts';

/**
 * The end of the match at the start of a text that a backtracking engine would find first; null
 * without one. It follows all ways to match at once, in the order in which that engine tries them, so
 * it takes at most as many steps as the text has units times the automaton has states (Pike's machine).
 */
export function matchEnd({ states, start }: Automaton, text: string): number | null {
  let end: number | null = null;
  let threads = [start];
  for (let at = 0; at <= text.length && threads.length > 0; at += 1) {
    const unit = text.charAt(at);
    const [before, after] = [neighbourOf(text.charAt(at - 1)), neighbourOf(unit)];
    const next: number[] = [];
    const reached = new Set<number>();
    const pending = threads.toReversed();
    for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
      const state = states[index];
      if (!state || reached.has(index)) continue;
      reached.add(index);
      if (state.kind === 'accept') {
        end = at;
        // All that comes later in the order would be tried only if this failed.
        break;
      }
      if (state.kind === 'split') pending.push(...state.next.toReversed());
      else if (state.kind === 'unit') {
        if (unit !== '' && state.matches(unit)) next.push(state.next);
      } else if (state.holds(before, after)) pending.push(state.next);
    }
    threads = next;
  }
  return end;
}
