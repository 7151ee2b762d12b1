import { shortItemName } from '../../item/short-item-name.ts';
import type { Edit } from '../../markdown/edit.ts';
import { entriesIn } from '../../report/draft/draft.ts';
import type { Report } from '../../report/report.ts';
import { plannedChangeId, type FateOf } from '../../revise/choice/planned-change.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import { type LeftToEditor, leftToEditor } from './left-to-editor.ts';
import { editsIn, reviseSome } from './revise-some.ts';

/**
 * The edits of the record after which some of the proposed changes are not proposed again: what would be new
 * counts as taken out, and what has changed as seen.
 *
 * @throws {UsageError} `front-matter-invalid`
 */
export function dismissChanges(
  report: Report,
  fresh: FreshDraft,
  ids: readonly string[],
): { edits: Edit[]; dismissed: string[] } {
  const wanted = new Set(ids);
  const fateOf: FateOf = (change) => (wanted.has(plannedChangeId(change)) ? 'dismissed' : 'left');
  const { result, home, changes } = reviseSome(report, fresh, () => 'left');
  const named = leftToEditor(result, (item) => shortItemName(item, home));
  const seen = named.filter(({ id }) => wanted.has(id));
  const dismissed = [...new Set(changes.map(plannedChangeId)), ...named.map(({ id }) => id)].filter(
    (id) => wanted.has(id),
  );
  if (dismissed.length === 0) return { edits: [], dismissed };
  const revision = reviseSome(report, fresh, fateOf, seenWith(seen, named, fresh));
  return { edits: editsIn(report, revision), dismissed };
}

/** What one entry would say is named under one of its items only; it is seen for those that nothing is named under. */
function seenWith(
  seen: readonly LeftToEditor[],
  named: readonly LeftToEditor[],
  { draft }: FreshDraft,
): Set<string> {
  const items = new Set(seen.map(({ item }) => item));
  const own = new Set(named.map(({ item }) => item));
  const mates = draft.sections
    .flatMap(entriesIn)
    .filter((entry) => entry.items.some((item) => items.has(item)))
    .flatMap((entry) => entry.items.filter((item) => !own.has(item)));
  return new Set([...items, ...mates]);
}
