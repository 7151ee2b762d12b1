import type { Diagnostic } from '@codemirror/lint';
import type { DeskReading } from '../../../protocol.ts';
import { reading as readingNow, said } from '../../state.ts';
import { applyFix } from '../fix.ts';
import { settleReading } from '../reading/settle.ts';

/** Findings as CodeMirror shows them: underlined, in the gutter, with their fixes. */
export function diagnosticsOf({ findings }: DeskReading, length: number): Diagnostic[] {
  return findings.map(({ start, end, rule, severity, message, fixes }, index) => ({
    from: Math.min(start, length),
    to: Math.min(end, length),
    source: rule,
    ...{ severity, message },
    actions: fixes.map(({ label }, choice) => ({
      name: label,
      apply: () => fixNow(index, choice),
    })),
  }));
}

/** Where the fix is now: the text may have changed since the finding was shown. */
function fixNow(index: number, choice: number): void {
  settleReading();
  const fix = readingNow.value?.findings[index]?.fixes[choice];
  if (fix) applyFix(fix);
  else said.value = 'The text has changed here in the meantime.';
}
