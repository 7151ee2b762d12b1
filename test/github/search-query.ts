import type { Item } from './data/item.ts';
import { commentsOf } from './data/parts.ts';
import { toInstant } from './data/times.ts';
import { FixtureError } from './errors.ts';

export type Test = (item: Item) => boolean;

export interface SearchQuery {
  type: Item['__typename'];
  /** `owner/name` and owners; empty: everywhere. */
  repositories: string[];
  owners: string[];
  tests: Test[];
  /** Null: best match, an unreliable order. */
  sort: { field: 'createdAt' | 'updatedAt'; descending: boolean } | null;
}

/**
 * Reads a search query's qualifiers, those a collector needs.
 *
 * @throws {FixtureError} on any other: a qualifier ignored would answer another question
 */
export function readSearchQuery(text: string): SearchQuery {
  const query = { repositories: [], owners: [], tests: [], sort: null } as Omit<
    SearchQuery,
    'type'
  >;
  const types = new Set<SearchQuery['type']>();
  const inComments = /(?:^| )in:comments(?: |$)/.test(text);
  for (const word of text.match(/(?:[^\s"]|"[^"]*")+/g) ?? []) {
    const [, not, name = '', quoted = ''] = /^(-?)([a-z]+):(.+)$/.exec(word) ?? [];
    const value = quoted.replaceAll('"', '');
    if ((name === 'is' || name === 'type') && kinds[value] && !not) types.add(kinds[value]);
    else if (name === 'repo' && !not) query.repositories.push(value);
    else if ((name === 'org' || name === 'user') && !not) query.owners.push(value);
    else if (name === 'sort' && !not) query.sort = sortOf(value, text);
    else if (name === '' && inComments) query.tests.push(mentionedInComments(word));
    else if (word === 'in:comments') continue;
    else {
      const test = tests[name]?.(value);
      if (!test) throw new FixtureError(`The fixture GitHub does not know ${word} in: ${text}`);
      query.tests.push(not ? (item) => !test(item) : test);
    }
  }
  const [type, another] = types;
  if (type === undefined || another !== undefined) {
    throw new FixtureError(`A search needs exactly one of is:pr and is:issue: ${text}`);
  }
  return { ...query, type };
}

const kinds: Record<string, SearchQuery['type']> = { pr: 'PullRequest', issue: 'Issue' };

const states: Record<string, Test> = {
  open: (item) => !item.closed,
  closed: (item) => item.closed,
  merged: (item) => item.mergedAt !== null,
  unmerged: (item) => item.__typename === 'PullRequest' && item.mergedAt === null,
  public: (item) => !item.repository.isPrivate,
  private: (item) => item.repository.isPrivate,
};

const tests: Record<string, (value: string) => Test | undefined> = {
  is: (value) => states[value],
  state: (value) => (value === 'open' || value === 'closed' ? states[value] : undefined),
  archived: (value) => (item) => String(item.repository.isArchived) === value,
  draft: (value) => (item) => item.__typename === 'PullRequest' && String(item.isDraft) === value,
  base: (value) => (item) => item.__typename === 'PullRequest' && item.baseRefName === value,
  author: (value) => authorIs(value),
  label: (value) => {
    const wanted = value.toLowerCase().split(',');
    return (item) => item.labelNames?.some((name) => wanted.includes(name.toLowerCase())) ?? false;
  },
  created: (value) => dated('createdAt', value),
  updated: (value) => dated('updatedAt', value),
  closed: (value) => dated('closedAt', value),
  merged: (value) => dated('mergedAt', value),
};

/** Whether a comment has the word, in any case. */
function mentionedInComments(word: string): Test {
  const wanted = word.toLowerCase();
  return (item) =>
    commentsOf(item).some(({ body }) => body.toLowerCase().split(/\W+/).includes(wanted));
}

/** `author:app/renovate` names a bot, `author:octocat` anybody else. */
function authorIs(value: string): Test {
  const bot = value.startsWith('app/');
  const login = (bot ? value.slice(4) : value).toLowerCase();
  return ({ author }) =>
    author !== null &&
    author.login.toLowerCase() === login &&
    (author.__typename === 'Bot') === bot;
}

type DateField = 'createdAt' | 'updatedAt' | 'closedAt' | 'mergedAt';

/** `A..B` (ends inclusive, `*` is open), `>=A`, `>A`, `<=B`, `<B`, or one day or instant. */
function dated(field: DateField, value: string): Test | undefined {
  const range = /^(.+)\.\.(.+)$/.exec(value);
  const [, operator = '', single = ''] = /^(>=|>|<=|<)?(.+)$/.exec(value) ?? [];
  const [, lower = '', upper = ''] =
    range ??
    {
      '': [value, single, single],
      '>=': [value, single, '*'],
      '>': [value, '*', '*'],
      '<=': [value, '*', single],
      '<': [value, '*', '*'],
    }[operator] ??
    [];
  const least = operator === '>' ? (span(single)?.[1] ?? NaN) + 1 : (span(lower)?.[0] ?? NaN);
  const most = operator === '<' ? (span(single)?.[0] ?? NaN) - 1 : (span(upper)?.[1] ?? NaN);
  if (Number.isNaN(least) || Number.isNaN(most)) return undefined;
  // Instants in the data are whole seconds in UTC: their strings order as they do.
  const first = least === -Infinity ? '' : toInstant(least);
  const last = most === Infinity ? '~' : toInstant(most);
  return (item) => {
    const at = item[field];
    return at !== null && first <= at && at <= last;
  };
}

/** The first and last millisecond a date (a whole day, UTC), an instant (a second) or `*` covers. */
function span(text: string): [number, number] | undefined {
  if (text === '*') return [-Infinity, Infinity];
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const start = Date.parse(`${text}T00:00:00Z`);
    return [start, start + 86_399_999];
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const instant = Date.parse(text);
  return [instant, instant + 999];
}

function sortOf(value: string, text: string): SearchQuery['sort'] {
  const [, field, direction] = /^(created|updated)-(asc|desc)$/.exec(value) ?? [];
  if (field === undefined) {
    throw new FixtureError(`The fixture GitHub does not know sort:${value} in: ${text}`);
  }
  return {
    field: field === 'created' ? 'createdAt' : 'updatedAt',
    descending: direction === 'desc',
  };
}
