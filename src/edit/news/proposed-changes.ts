import type { ProposedChange } from '../protocol.ts';
export function proposedChanges(..._: unknown[]): ProposedChange[] {
  return [];
}
