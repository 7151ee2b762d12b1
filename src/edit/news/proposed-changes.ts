import type { Report } from '../../report/report.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import type { ProposedChange } from '../protocol.ts';
import { ChangeRows, type PlacedRow } from './change-rows.ts';
import { replacingDraft } from './replacing-draft.ts';
import { reviseSome } from './revise-some.ts';

/**
 * What a rerun would change in a report, and what it names and leaves to the editor, in the order of the
 * text.
 *
 * @throws {UsageError} `front-matter-invalid`
 */
export function proposedChanges(report: Report, fresh: FreshDraft): ProposedChange[] {
  const revision = reviseSome(report, fresh, () => 'made');
  if (revision.changes.length === 0) {
    const draft = replacingDraft(report, fresh);
    const row = { kind: 'else' as const, label: 'The order of entries', section: '' };
    if (draft?.isVisible === true)
      return [{ ...row, id: draft.id, before: '', after: '', edits: draft.edits }];
  }
  const rows = new ChangeRows(report, fresh, revision);
  const placed = new Map<string, PlacedRow>();
  for (const change of revision.changes) {
    const one = rows.of(change);
    const same = placed.get(one.row.id);
    // Two passages may read the same.
    if (same) same.row.edits.push(...one.row.edits);
    else placed.set(one.row.id, one);
  }
  return [...placed.values(), ...rows.named()].sort((a, b) => a.at - b.at).map(({ row }) => row);
}
