import { partsOfKey } from '../../item/item-id.ts';
import type { Project } from '../project.ts';
import { headingNames, isOtherList, sectionTitles } from './section-titles.ts';

/** A pull request of any repository that a report cites. */
export interface ReportedPull {
  /** `owner/name`, as it is written in a link. */
  repository: string;
  /** Of its section; null for a part that lists something else, or that is no section. */
  heading: string | null;
  /** The index of the report. */
  report: number;
}

/** The pull requests that the reports cite, each once, where it is cited first. */
export function reportedPulls({ reports, server }: Pick<Project, 'reports' | 'server'>): ReportedPull[] {
  const found = new Map<string, ReportedPull>();
  reports.forEach((report, index) => {
    const headings = sectionTitles(report);
    const written = namesIn(report.report.text, server);
    for (const { item, pull, block } of report.citations) {
      if (!pull || found.has(item)) continue;
      const [name] = partsOfKey(item);
      const isOther = headingNames(block.section).some(isOtherList);
      const heading = isOther ? null : (headings.get(block.section)?.heading ?? null);
      found.set(item, { repository: written.get(name) ?? name, heading, report: index });
    }
  });
  return [...found.values()];
}

/** The names of repositories as links have them, by those in lower case. */
function namesIn(text: string, server: string): Map<string, string> {
  const links = text.split(`${server}/`).slice(1);
  const names = links.flatMap((link) => /^[\w.-]+\/[\w.-]+(?=\/pull\/)/.exec(link)?.[0] ?? []);
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
