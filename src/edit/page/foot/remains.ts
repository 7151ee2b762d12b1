import { computed } from '@preact/signals';
import type { DeskRemaining } from '../../protocol.ts';
import { facts, reading } from '../state.ts';

interface Remains {
  /** Where in the text; null for what is not in it. */
  kind: DeskRemaining['steps'][number]['kind'] | null;
  words: string;
}

/** What is left to do, in words; empty when nothing is. */
export const remains = computed((): Remains[] => {
  if (!reading.value) return [];
  const { remaining, problem } = reading.value;
  if (problem !== null) return [{ kind: null, words: 'unreadable text' }];
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
    ...(missingFacts.value.length > 0 ? [{ kind: null, words: 'incomplete facts' }] : []),
  ];
});

/** Sentences about facts that are missing, and how to get them. */
export const missingFacts = computed(() => [
  ...new Set([...(reading.value?.remaining.incomplete ?? []), ...(facts.value?.missing ?? [])]),
]);

/** Whether everything has been looked at. */
export const isReady = computed(() => reading.value !== null && remains.value.length === 0);
