import { conventionalTitle, escapeExpression } from '../conventional-title.ts';
import { typeHeading } from '../kinds.ts';
import type { ChangeGroups } from './change-group.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** The types that commitlint allows in titles. */
export function commitlintGroups(
  options: Readonly<Record<string, unknown>>,
): Omit<ChangeGroups, 'path'> | null {
  const own = isMapping(options['commitlint']) ? options['commitlint'] : options;
  const rules = isMapping(own['rules']) ? own['rules'] : {};
  const allowed: unknown[] = Array.isArray(rules['type-enum']) ? rules['type-enum'] : [];
  const types = allowed.flatMap((value) => (Array.isArray(value) ? stringsIn(value) : []));
  return {
    groups: types.map((type) => ({
      title: typeHeading(type),
      titles: [conventionalTitle({ types: [escapeExpression(type)] })],
    })),
    fallback: null,
  };
}
