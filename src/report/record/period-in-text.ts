import * as v from 'valibot';
import { windowEntries } from '../../snapshot/values.ts';
import { recordOpening, type ReportRecord } from './record.ts';

const recorded = v.object({ period: v.strictObject(windowEntries) });

/**
 * The period in the record at the end of a report; null when it has none that can be read. It doesn't
 * read the Markdown: a folder may have hundreds of reports.
 */
export function periodInText(text: string): ReportRecord['period'] | null {
  const last = Array.from(text.matchAll(recordOpening)).at(-1);
  if (!last) return null;
  const [comment = ''] = text.slice(last.index).split('-->', 1);
  const [start, end] = [comment.indexOf('{'), comment.lastIndexOf('}')];
  try {
    const parsed = v.safeParse(recorded, JSON.parse(comment.slice(start, end + 1)));
    return parsed.success ? parsed.output.period : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // A damaged record is reported where that file is checked or revised.
    return null;
  }
}
