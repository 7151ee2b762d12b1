/**
 * The kinds of evidence, strongest first. A kind decides before the next is looked at; within one
 * kind the sections claim in their `claims` order.
 */
export const rules = [
  'override',
  'repositories',
  'labels',
  'titles',
  'authors',
  'issue-labels',
  'paths',
  'fallback',
] as const;
export type Rule = (typeof rules)[number];

/** One reason for a section. */
export interface Claim {
  /** The section's id. */
  section: string;
  rule: Rule;
  /** The pattern in the config that matched. */
  pattern: string;
  /** What it matched: a label, a title, a login, a path. */
  evidence: string;
}

/** The claim that won, and those that would have come next, strongest first. */
export interface Decision extends Claim {
  next: Claim[];
}
