import { plainText } from '../../markdown/plain-text.ts';
import type { ChangeGroup, ChangeGroups } from './change-group.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** The `commit_parsers` of git-cliff; one that matches anything is for everything else. */
export function gitCliffGroups(
  options: Readonly<Record<string, unknown>>,
): Omit<ChangeGroups, 'path'> {
  const git = isMapping(options['git']) ? options['git'] : {};
  const parsers: unknown[] = Array.isArray(git['commit_parsers']) ? git['commit_parsers'] : [];
  const found = parsers.filter(isMapping).flatMap(readParser);
  const fallback = found.find(({ titles = [] }) => titles.every(matchesAll))?.title ?? null;
  return { groups: found.filter(({ title }) => title !== fallback), fallback };
}

function readParser({ message, group, skip }: Record<string, unknown>): ChangeGroup[] {
  const [title = ''] = stringsIn(group).map((text) =>
    // Comments and numbers put the groups in order: `<!-- 0 -->🚀 Features`.
    plainText(text.replace(/<!--.*?-->/g, '')).trim(),
  );
  const titles = stringsIn(message);
  return title === '' || titles.length === 0 || skip === true ? [] : [{ title, titles }];
}

function matchesAll(expression: string): boolean {
  return /^\^?(?:\.[*+]?)?\$?$/.test(expression);
}
