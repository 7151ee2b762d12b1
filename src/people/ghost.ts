import type { Person } from '../snapshot/schema.ts';

/** The account that GitHub shows in place of a deleted one. */
export const ghost: Person = { login: 'ghost', type: 'ghost' };
