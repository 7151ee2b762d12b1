import type { Edit } from '../../markdown/edit.ts';
import { hashText } from '../../report/record/hash-text.ts';
import { serialiseRecord } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import { isReplaceable } from '../../revise/replaceable.ts';
import { type FreshDraft, revise } from '../../revise/revise.ts';

/** A fresh draft in place of an unedited one. */
interface ReplacingDraft {
  /** Of the change that remains where only the order of entries is another. */
  id: string;
  edits: Edit[];
  /** Whether more than the record changes. */
  isVisible: boolean;
}

/** Null for a report that a rerun does not replace as a whole. */
export function replacingDraft(report: Report, fresh: FreshDraft): ReplacingDraft | null {
  if (!isReplaceable(report, fresh.facts)) return null;
  const { text } = revise(report, { ...fresh, replaces: true });
  const start = report.record?.start ?? report.text.length;
  const at = text.length - serialiseRecord(fresh.record).length - 1;
  const body = editBetween(report.text.slice(0, start), text.slice(0, at), 0);
  const record = editBetween(report.text.slice(start), text.slice(at), start);
  return {
    id: `else-${hashText(text.slice(0, at))}`,
    edits: [body, record].filter(changesText),
    isVisible: changesText(body),
  };
}

/** What differs between two texts. `offset`: of the first one. */
function editBetween(before: string, after: string, offset: number): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return {
    start: offset + start,
    end: offset + before.length - same,
    text: after.slice(start, after.length - same),
  };
}

function changesText({ start, end, text }: Edit): boolean {
  return end > start || text !== '';
}
