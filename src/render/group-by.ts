import { ForeignText } from './foreign/foreign-text.ts';
import type { HelperOptions } from './localized.ts';

/** What entries can be grouped by. */
export const groupings = ['author', 'label', 'repository', 'section'] as const;
export type Grouping = (typeof groupings)[number];

/** A value of the context. */
type Values = Readonly<Record<string, unknown>>;

/** As the view's schema of a group has it. */
interface Group {
  title: unknown;
  label: unknown;
  url: unknown;
}

/**
 * `{{#each (groupBy entries "author")}}{{title}} {{#each entries}}…`: entries by what they share, in the
 * order in which each first appears. An entry is in one group: its author's, that of its subject's
 * repository or first label, that of its section. Those without one come last, in a group without title.
 */
export function groupBy(list: unknown, by: unknown, { data: { root } }: HelperOptions): unknown[] {
  const groupOf = readers[ForeignText.raw(by) as Grouping];
  const groups = new Map<string, Group & { entries: unknown[] }>();
  for (const entry of Array.isArray(list) ? (list as Values[]) : []) {
    const group = groupOf(entry, root);
    const key = String(ForeignText.raw(group.title)).toLowerCase();
    const entries = groups.get(key)?.entries ?? [];
    entries.push(entry);
    groups.set(key, { ...(groups.get(key) ?? group), entries });
  }
  const nameless = groups.get('');
  groups.delete('');
  return [...groups.values(), ...(nameless ? [nameless] : [])];
}

const none: Group = { title: '', label: '', url: '' };

const readers: Record<Grouping, (entry: Values, root: Values) => Group> = {
  author: ({ author }) => {
    if (!isValues(author)) return none;
    return { title: author['name'], label: author['label'], url: author['url'] };
  },
  repository: (entry, { repositories }) => {
    const title = subjectOf(entry)['repository'] ?? '';
    const known = valuesIn(repositories).find(({ name }) => isSame(name, title));
    return { title, label: title, url: known?.['url'] ?? '' };
  },
  label: (entry) => {
    const [title = ''] = listIn(subjectOf(entry)['labels']);
    return { title, label: title, url: '' };
  },
  section: ({ reason }, { merged }) => {
    const id = isValues(reason) ? reason['section'] : '';
    const title = valuesIn(merged).find((section) => isSame(section['id'], id))?.['title'] ?? '';
    return { title, label: title, url: '' };
  },
};

function subjectOf({ refs }: Values): Values {
  return valuesIn(refs)[0] ?? {};
}

function isSame(a: unknown, b: unknown): boolean {
  return ForeignText.raw(a) === ForeignText.raw(b);
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function valuesIn(value: unknown): Values[] {
  return listIn(value).filter(isValues);
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}
