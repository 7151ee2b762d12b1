import type { Edit } from '../../markdown/edit.ts';
import type { Report } from '../../report/report.ts';
import type { FateOf } from '../../revise/choice/planned-change.ts';
import { reviseFrontMatter } from '../../revise/front-matter/revise-front-matter.ts';
import { isReplaceable } from '../../revise/replaceable.ts';
import { type EditedRevision, type FreshDraft, reviseEdited } from '../../revise/revise.ts';

/**
 * What a rerun would do to a report, entry by entry, also where it would replace an unedited draft as a whole.
 *
 * @param fateOf what becomes of each change
 * @param seen the items whose changes the editor has seen
 * @throws {UsageError} `front-matter-invalid`
 */
export function reviseSome(
  report: Report,
  fresh: FreshDraft,
  fateOf: FateOf,
  seen: ReadonlySet<string> = new Set(),
): EditedRevision {
  const frontMatter = reviseFrontMatter(report, fresh.frontMatter, fateOf);
  const isDraft = isReplaceable(report, fresh.facts);
  return reviseEdited(report, fresh, { seen, fateOf, frontMatter, isDraft });
}

/** The edits of a revision and of the record that change something. */
export function editsIn({ text }: Report, { edits, recordEdit }: EditedRevision): Edit[] {
  return [...edits, recordEdit].filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}
