import { fileGlob } from '../glob.ts';
import { headingOf } from '../heading.ts';
import type { ChangeGroups } from './change-group.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** Those of towncrier itself. */
const usualTypes: readonly (readonly [string, string])[] = [
  ['feature', 'Features'],
  ['bugfix', 'Bugfixes'],
  ['doc', 'Improved Documentation'],
  ['removal', 'Deprecations and Removals'],
  ['misc', 'Misc'],
];

/** The types of towncrier: a note for the changelog has that of its change in its name, `12.bugfix.md`. */
export function towncrierGroups(
  options: Readonly<Record<string, unknown>>,
): Omit<ChangeGroups, 'path'> | null {
  const tools = isMapping(options['tool']) ? options['tool'] : {};
  const { towncrier } = tools;
  if (!isMapping(towncrier)) return null;
  const [directory = 'newsfragments'] = stringsIn(towncrier['directory']);
  const folder = fileGlob(directory.replace(/^\.\/|\/$/g, ''));
  // Without a directory of its own, the notes are in that of the package.
  const around = towncrier['directory'] === undefined ? '**/' : '';
  const types = typesIn(towncrier);
  return {
    groups: (types.length > 0 ? types : usualTypes).map(([type, title]) => ({
      title,
      paths: [`${around}${folder}/*.${fileGlob(type)}`, `${around}${folder}/*.${fileGlob(type)}.*`],
    })),
    fallback: null,
  };
}

/** In their order: `[[tool.towncrier.type]]`, or the tables of `[tool.towncrier.fragment]`. */
function typesIn({ type, fragment }: Record<string, unknown>): [string, string][] {
  const tables: unknown[] = Array.isArray(type) ? type : [];
  const listed = tables.filter(isMapping).flatMap((one): [string, string][] => {
    const [name = ''] = stringsIn(one['name']);
    const [directory = name.toLowerCase()] = stringsIn(one['directory']);
    return directory === '' ? [] : [[directory, name === '' ? headingOf(directory) : name]];
  });
  const named = Object.entries(isMapping(fragment) ? fragment : {}).flatMap(
    ([key, one]): [string, string][] => {
      const [name = headingOf(key)] = isMapping(one) ? stringsIn(one['name']) : [];
      return [[key, name]];
    },
  );
  return [...listed, ...named];
}
