import { textPane } from '../text.ts';
import { cursor, isRead, reading, said } from '../state.ts';
import { settleReading } from './reading/settle.ts';

/** Goes to what still looks machine-made or wrong, from the cursor on and around. */
export function goToNextStep(): void {
  settleReading();
  const steps = reading.value?.remaining.steps ?? [];
  const next = steps.find(({ start }) => start > cursor.value) ?? steps[0];
  if (next) {
    textPane().go(next, true);
    said.value = next.label;
  } else if (isRead.value) said.value = 'Ready to publish: nothing is left to do.';
}

/** @param by 1 for the next finding, -1 for the one before */
export function goToFinding(by: 1 | -1): void {
  settleReading();
  const findings = (reading.value?.findings ?? []).toSorted((a, b) => a.start - b.start);
  const at = cursor.value;
  const index =
    by === 1
      ? findings.findIndex(({ start }) => start > at)
      : findings.findLastIndex(({ start }) => start < at);
  const finding = findings.at(index === -1 && by === 1 ? 0 : index);
  if (!finding) {
    said.value = 'No findings.';
    return;
  }
  textPane().go(finding, true);
  said.value = `Finding ${findings.indexOf(finding) + 1} of ${findings.length}: ${finding.message}`;
}
