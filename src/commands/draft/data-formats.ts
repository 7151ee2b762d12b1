import { toReportJson } from '../../compose/report-json.ts';
import type { View } from '../../compose/view/view.ts';
import { jsonText } from '../../snapshot/json-text.ts';
import { serialiseSnapshot } from '../../snapshot/parse.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import type { DraftFormat } from './formats.ts';

/** The formats that no editor edits: the facts and the view as data. */
export const dataFormats: Record<
  Exclude<DraftFormat, 'markdown' | 'html'>,
  (view: View, snapshot: Snapshot) => string
> = {
  json: (view, { period }) => `${jsonText(toReportJson(view, period.date), 2)}\n`,
  snapshot: (_view, snapshot) => serialiseSnapshot(snapshot),
};
