import * as v from 'valibot';
import { stateReasons } from '../../../snapshot/schema.ts';
import { mapped, scalar } from './fact.ts';
import { shortText } from './scalars.ts';

/**
 * Why an issue was closed. Null for an open one, for a closing from before GitHub asked for reasons, and
 * for a reason that GitHub adds later.
 */
export const stateReason = mapped(scalar(v.optional(v.nullable(shortText), null)), (reason) => {
  const known = reason?.toLowerCase();
  return stateReasons.find((name) => name === known) ?? null;
});
