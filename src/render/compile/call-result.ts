import * as v from 'valibot';
import { groupSchema } from '../../compose/view/entry-schema.ts';
import { groupings } from '../group-by.ts';
import { type FoundScope, stepInto } from './look-up.ts';
import { isString, nameOf, type ValueCall } from './nodes.ts';
import { itemOf, type Scope } from './scope.ts';

/**
 * What the call of a helper gives, as far as its names matter, or the mistake in its values.
 *
 * @param first the scope of its first value
 */
export function callResult({ path, params }: ValueCall, first: Scope): FoundScope {
  const helper = nameOf(path);
  const [list, second] = params;
  if (helper === 'limit' || helper === 'groupBy') {
    if (list && first !== null && itemOf(first) === null)
      return mistake(`"${nameOf(list)}" is no list`);
  }
  if (helper === 'limit') return { scope: first, problem: null };
  if (helper === 'groupBy') {
    const by = second && isString(second) ? second.value : '';
    return groupings.some((grouping) => grouping === by)
      ? { scope: groups, problem: null }
      : mistake(`entries are grouped by one of: "${groupings.join('", "')}"`);
  }
  if (helper !== 'lookup' || !second || !isString(second)) return { scope: null, problem: null };
  const { scope, isKnown } = stepInto(first, second.value);
  return { scope, problem: isKnown ? null : `unknown name "${second.value}"` };
}

const groups = v.array(groupSchema);

function mistake(problem: string): FoundScope {
  return { scope: null, problem };
}
