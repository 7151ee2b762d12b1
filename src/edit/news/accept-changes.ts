import type { Edit } from '../../markdown/edit.ts';
import type { Report } from '../../report/report.ts';
import { plannedChangeId, type FateOf } from '../../revise/choice/planned-change.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import { replacingDraft } from './replacing-draft.ts';
import { editsIn, reviseSome } from './revise-some.ts';

/**
 * The edits of some of the proposed changes, and of the record, which remembers the others as it did before:
 * they are proposed again. All of them together are what a rerun does.
 *
 * @returns the ids of the changes that are made
 * @throws {UsageError} `front-matter-invalid`
 */
export function acceptChanges(
  report: Report,
  fresh: FreshDraft,
  ids: readonly string[],
): { edits: Edit[]; accepted: string[] } {
  const wanted = new Set(ids);
  const fateOf: FateOf = (change) => (wanted.has(plannedChangeId(change)) ? 'made' : 'left');
  const revision = reviseSome(report, fresh, fateOf);
  const changes = [...new Set(revision.changes.map(plannedChangeId))];
  const accepted = changes.filter((id) => wanted.has(id));
  const draft = accepted.length === changes.length ? replacingDraft(report, fresh) : null;
  if (draft && (changes.length > 0 || wanted.has(draft.id)))
    return { edits: draft.edits, accepted: changes.length > 0 ? accepted : [draft.id] };
  return { edits: accepted.length > 0 ? editsIn(report, revision) : [], accepted };
}
