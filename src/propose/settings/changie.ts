import { fileGlob } from '../glob.ts';
import type { ChangeGroups } from './change-group.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** The kinds of changie: a note for the changelog has that of its change in its name, `Fixes-20260820-131804.yaml`. */
export function changieGroups({
  kinds,
  changesDir,
  unreleasedDir,
  fragmentFileFormat,
}: Readonly<Record<string, unknown>>): Omit<ChangeGroups, 'path'> | null {
  const [format = '{{.Kind}}'] = stringsIn(fragmentFileFormat);
  if (!/\{\{-? *\.Kind\b/.test(format)) return null;
  const [changes = '.changes'] = stringsIn(changesDir);
  const [unreleased = 'unreleased'] = stringsIn(unreleasedDir);
  const folder = fileGlob(`${changes}/${unreleased}`.replace(/^\.\//, ''));
  const list: unknown[] = Array.isArray(kinds) ? kinds : [];
  const groups = list.filter(isMapping).flatMap(({ label, key }) => {
    const [title] = stringsIn(label);
    const [name = title] = stringsIn(key);
    if (title === undefined || name === undefined) return [];
    // Before the kind, there can be a project and a component.
    return [{ title, paths: ['', '*-'].map((before) => `${folder}/${before}${fileGlob(name)}-*`) }];
  });
  return { groups, fallback: null };
}
