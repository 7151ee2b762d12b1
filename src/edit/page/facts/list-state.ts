import { computed, signal } from '@preact/signals';
import { settled } from '../settled.ts';
import { chosen, currentEntry, facts } from '../state.ts';
import { filtered, type Show } from './filter.ts';
import { factGroups } from './rows.ts';

/** What is typed into the search, and chosen beside it. */
export const query = signal('');
export const show = signal<Show>('all');

const groups = computed(() => factGroups(facts.value, settled.value));

export const knownItems = computed(
  () => new Map((facts.value?.items ?? []).map((item) => [item.id, item])),
);

export const shownGroups = computed(() =>
  filtered(groups.value, { query: query.value, show: show.value, known: knownItems.value }),
);

/** How many rows there are, and how many of them are shown. */
export const counts = computed(() => ({
  all: rowCount(groups.value),
  shown: rowCount(shownGroups.value),
}));

function rowCount(counted: typeof groups.value): number {
  return counted.reduce((count, { rows }) => count + rows.length, 0);
}

/** What the panes show: the group and the key of its row. */
export const currentRow = computed(() => {
  const id = chosen.value ?? currentEntry.value?.items[0];
  if (id === undefined) return null;
  for (const group of groups.value) {
    const row = group.rows.find(({ items }) => items.includes(id));
    if (row) return { group: group.id, key: row.key };
  }
  return null;
});

/** The groups that somebody has opened or closed. */
export const toggled = signal<ReadonlyMap<string, boolean>>(new Map());

/** Open while searched, when somebody opened it, and else while its row is the current one. */
export function isGroupOpen(id: string): boolean {
  if (query.value !== '' || show.value !== 'all') return true;
  return toggled.value.get(id) ?? currentRow.value?.group === id;
}

export function toggleGroup(id: string, isOpen: boolean): void {
  toggled.value = new Map(toggled.value).set(id, isOpen);
}
