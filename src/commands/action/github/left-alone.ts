import type { BranchDecision } from '../../../publish/pull-request/decide-branch.ts';

/** Ends a run that a person has decided against; no failure. */
export class LeftAlone extends Error {
  readonly decision: Extract<BranchDecision, { kind: 'leave' }>;

  constructor(decision: Extract<BranchDecision, { kind: 'leave' }>) {
    super(decision.why);
    this.name = 'LeftAlone';
    this.decision = decision;
  }
}
