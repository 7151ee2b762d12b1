import { conventionalTitle, escapeExpression } from '../conventional-title.ts';
import { isPlainName } from '../plain-name.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** When release-drafter lists a change in a category, as rules that devreport has too. */
export interface CategoryRules {
  labels: string[];
  /** Regular expressions. */
  titles: string[];
  /** Globs. */
  paths: string[];
  /** Conditions without an equivalent. */
  unsupported: string[];
}

/**
 * The rules of a category of release-drafter, in the form of version 6 (`label`, `labels`) and of
 * version 7 (`when`: a condition or a list of them, each of which is enough); null when it is for
 * everything else.
 */
export function readCategoryRules(category: Record<string, unknown>): CategoryRules | null {
  const { when = [] } = category;
  const list: unknown[] = Array.isArray(when) ? when : [when];
  const conditions = list.filter(isMapping).map(readCondition);
  const own = labelsIn(category);
  if (own.length + conditions.length === 0) return null;
  const all = (name: keyof CategoryRules) => conditions.flatMap((rules) => rules[name]);
  return {
    labels: [...own, ...all('labels')],
    titles: all('titles'),
    paths: all('paths'),
    unsupported: all('unsupported'),
  };
}

/** Everything that a condition names has to be so; one of devreport's rules is enough. */
function readCondition(condition: Record<string, unknown>): CategoryRules {
  const labels = labelsIn(condition);
  const paths = [...stringsIn(condition['path']), ...stringsIn(condition['paths'])];
  const title = conventionalTitleIn(condition['conventional']);
  const rules = { labels, titles: title === null ? [] : [title], paths, unsupported: [] };
  const kinds = [labels, rules.titles, paths].filter((kind) => kind.length > 0).length;
  const modes = [condition['labels-mode'], condition['paths-mode']];
  if (kinds === 1 && modes.every((mode) => mode === undefined || mode === 'any')) return rules;
  const names = Object.keys(condition).filter(isPlainName).join(' and ');
  return { labels: [], titles: [], paths: [], unsupported: names === '' ? [] : [names] };
}

function labelsIn(value: Record<string, unknown>): string[] {
  return [...stringsIn(value['label']), ...stringsIn(value['labels'])];
}

function conventionalTitleIn(conventional: unknown): string | null {
  if (conventional === true) return conventionalTitle();
  if (!isMapping(conventional)) return null;
  const { type, types, scope, scopes, breaking } = conventional;
  return conventionalTitle({
    types: [...stringsIn(type), ...stringsIn(types)].map(escapeExpression),
    scopes: [...stringsIn(scope), ...stringsIn(scopes)].map(escapeExpression),
    isBreaking: breaking === true,
  });
}
