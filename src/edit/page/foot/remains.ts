import { computed } from '@preact/signals';
import type { DeskRemaining } from '../../protocol.ts';
import { facts, reading } from '../state.ts';

interface Remains {
  kind: DeskRemaining['steps'][number]['kind'] | 'incomplete';
  words: string;
}

/** What is left to do, in words; empty when nothing is. */
export const remains = computed((): Remains[] => {
  const remaining = reading.value?.remaining;
  if (!remaining) return [];
  const counted: [Remains['kind'], number, one: string, many: string][] = [
    ['entry', remaining.drafted, 'entry as drafted', 'entries as drafted'],
    ['section', remaining.sections, 'section as drafted', 'sections as drafted'],
    ['comment', remaining.comments, 'comment left', 'comments left'],
    ['finding', remaining.findings, 'finding', 'findings'],
  ];
  return [
    ...counted.flatMap(([kind, count, one, many]) =>
      count === 0 ? [] : [{ kind, words: `${count} ${count === 1 ? one : many}` }],
    ),
    ...(missingFacts.value.length > 0
      ? [{ kind: 'incomplete' as const, words: 'incomplete facts' }]
      : []),
  ];
});

/** Sentences about facts that are missing, and how to get them. */
export const missingFacts = computed(() => [
  ...new Set([...(reading.value?.remaining.incomplete ?? []), ...(facts.value?.missing ?? [])]),
]);

/** Whether everything has been looked at. */
export const isReady = computed(
  () => reading.value !== null && reading.value.problem === null && remains.value.length === 0,
);
