import { homeRepositoryOf } from '../report/links/home-repository.ts';
import { offeredItems } from '../report/record/record.ts';
import { isDraftToTheByte, type Report } from '../report/report.ts';
import type { KnownFacts } from './known-facts.ts';

/** Whether a fresh draft replaces a report: it is unedited, and incomplete facts lack none of its items. */
export function isReplaceable(report: Report, facts: KnownFacts): boolean {
  return (
    report.record !== null &&
    isDraftToTheByte(report) &&
    !offeredItems(report.record.record).some(facts.mayLack)
  );
}

/**
 * The repository (`owner/name`) whose items a fresh draft must call `#12` to be merged into a report;
 * undefined when that is up to the draft.
 */
export function homeOf(report: Report, facts: KnownFacts, server: string): string | undefined {
  if (isReplaceable(report, facts)) return undefined;
  return report.record?.record.repository ?? homeRepositoryOf(report.root, server);
}
