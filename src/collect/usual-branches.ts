/** The names that a default branch has as a rule, the more likely first. */
export const USUAL_BRANCHES = ['main', 'master'];

/** The same, and those that a default branch has now and then. */
export const POSSIBLE_BRANCHES = [...USUAL_BRANCHES, 'trunk', 'develop', 'devel', 'dev'];
