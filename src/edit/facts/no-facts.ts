import type { DeskFacts } from '../protocol.ts';

/** What is known where no source has answered. @param problem why */
export function noFacts(problem: string): DeskFacts {
  return {
    ...{ items: [], people: [], repositories: [], missing: [] },
    ...{ complete: false, source: '', collectedAt: null, problem },
  };
}
