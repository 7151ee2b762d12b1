import type { Edit } from '../../markdown/edit.ts';
import type { Report } from '../../report/report.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import { editsIn, reviseSome } from './revise-some.ts';

/**
 * The edit that adds a record to a report without one, so that all it cites is its editor's; what it lacks
 * is proposed.
 *
 * @throws {UsageError} `front-matter-invalid`
 */
export function adoptReport(report: Report, fresh: FreshDraft): Edit[] {
  return editsIn(
    report,
    reviseSome(report, fresh, () => 'left'),
  );
}
