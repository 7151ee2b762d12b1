import { plainText } from '../../markdown/plain-text.ts';
import { conventionalTitle, escapeExpression } from '../conventional-title.ts';
import type { ChangeGroup, ChangeGroups } from './change-group.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** Options that are deeper have another meaning. */
const DEEPEST = 8;

/**
 * The headings of changelogs from conventional titles, `{ "type": "feat", "section": "Features" }`: the
 * `changelog-sections` of release-please, the `types` of standard-version and of semantic-release, wherever
 * they are.
 */
export function typedGroups(
  options: Readonly<Record<string, unknown>>,
): Omit<ChangeGroups, 'path'> {
  return { groups: groupsIn(options, 0), fallback: null };
}

function groupsIn(value: unknown, depth: number): ChangeGroup[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  const own = isMapping(value) ? readSection(value) : [];
  return [...own, ...Object.values(value).flatMap((inner) => groupsIn(inner, depth + 1))];
}

function readSection({ type, section }: Record<string, unknown>): ChangeGroup[] {
  const [title = ''] = stringsIn(section).map(plainText);
  const types = stringsIn(type).map(escapeExpression);
  return title === '' || types.length === 0
    ? []
    : [{ title, titles: [conventionalTitle({ types })] }];
}
