import { signal } from '@preact/signals';
import type { DeskFinding } from '../../protocol.ts';
import { act } from '../act.ts';
import { cursor, reading, said } from '../state.ts';
import { textPane } from '../text.ts';
import { settleReading } from './reading/settle.ts';

/** The finding whose fixes are offered; null while none are. */
export const fixMenu = signal<DeskFinding | null>(null);

/**
 * Fixes the finding at the cursor, after a question where it has several fixes. A comment for the editor is
 * deleted.
 */
export function fixFinding(): void {
  settleReading();
  const at = cursor.value;
  const here = (reading.value?.findings ?? []).filter(({ start, end }) => start <= at && at <= end);
  const finding = here.find(({ fixes }) => fixes.length > 0) ?? here[0];
  const [fix, another] = finding?.fixes ?? [];
  const comment = fix
    ? undefined
    : reading.value?.comments.find(({ start, end }) => start <= at && at <= end);
  if (comment) void act({ do: 'delete-comment', at: comment.start });
  else if (!finding) said.value = 'No finding at the cursor. F8 goes to the next one.';
  else if (!fix) said.value = `No fix is known for this: ${finding.message}`;
  else if (another) fixMenu.value = finding;
  else applyFix(fix);
}

export function applyFix({ label, edit }: DeskFinding['fixes'][number]): void {
  const end = edit.start + edit.text.length;
  textPane().apply({ edits: [edit], select: { start: end, end } });
  said.value = label;
}
