import { computed } from '@preact/signals';
import type { DeskRemaining } from '../protocol.ts';
import { settleReading } from './source/reading/settle.ts';
import { cursor, reading, said } from './state.ts';
import { textPane } from './text.ts';

type Step = DeskRemaining['steps'][number];

/** Where the next key or button for it goes; null when nothing is left in the text. */
export const nextStep = computed(() => stepAfter(cursor.value));

/** Goes to the next step of a kind, from the cursor on and around. */
export function goToNextOf(kind: Step['kind']): void {
  settleReading();
  const step = stepAfter(cursor.value, kind);
  if (!step) return;
  textPane().go(step, true);
  said.value = step.label;
}

function stepAfter(offset: number, kind?: Step['kind']): Step | null {
  const steps = (reading.value?.remaining.steps ?? []).filter(
    (step) => kind === undefined || step.kind === kind,
  );
  return steps.find(({ start }) => start > offset) ?? steps[0] ?? null;
}
