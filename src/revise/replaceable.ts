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

/** The repository (`owner/name`) whose items a report calls `#12`; undefined when there are none. */
export function homeOf(report: Report, server: string): string | undefined {
  return report.record?.record.repository ?? homeRepositoryOf(report.root, server);
}
