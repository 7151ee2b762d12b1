/**
 * The rules of sections, strongest first. A rule decides before the next is considered; within one
 * rule the sections claim in their `claims` order.
 */
export const sectionRules = [
  'override',
  'branch',
  'repositories',
  'labels',
  'titles',
  'authors',
  'issue-labels',
  'paths',
  'fallback',
] as const;
export type SectionRule = (typeof sectionRules)[number];

/** A section's reason to have a pull request. */
export interface Claim {
  /** The section's id. */
  section: string;
  rule: SectionRule;
  /** The pattern in the config that matched. */
  pattern: string;
  /** What it matched: a label, a title, a login, a path. */
  evidence: string;
}

/** The claim that won, and those that would have come next, strongest first. */
export interface Decision extends Claim {
  next: Claim[];
}
