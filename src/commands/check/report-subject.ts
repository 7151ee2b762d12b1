import { nodesIn } from '../../markdown/nodes-in.ts';
import type { Config } from '../../config/schema/schema.ts';
import { type ItemId, partsOfKey } from '../../item/item-id.ts';
import { itemAt } from '../../item/item-url.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import type { Environment } from '../environment.ts';
import { endpoint } from '../facts/source/endpoint.ts';
import type { CheckCommandOptions } from './options.ts';

export interface CheckRequest {
  report: Report;
  config: Config;
  options: CheckCommandOptions;
  environment: Environment;
}

/** What a report is about. */
export interface ReportSubject {
  /** The items that it links to, in order. */
  cited: ItemId[];
  /** Those its draft had entries of, else the one it links to most; may be empty. */
  repositories: string[];
  here: string | null;
}

/** @param here the repository of the workflow, or of the clone, that the command runs in */
export function readSubject(
  { report, config, environment }: CheckRequest,
  here: string | null,
): ReportSubject {
  const { server } = endpoint(config, environment);
  const cited = citedIn(report, server);
  return {
    cited,
    repositories: report.record ? recorded(report.record.record, cited) : mostCited(cited),
    here,
  };
}

function citedIn({ root }: Report, server: string): ItemId[] {
  const cited: ItemId[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'link' && node.type !== 'definition') continue;
    const item = itemAt(node.url, server);
    if (item) cited.push(item);
  }
  return cited;
}

/** The repositories of the entries' subjects, which are recorded first, spelt as in the links. */
function recorded({ sections }: ReportRecord, cited: readonly ItemId[]): string[] {
  const subjects = sections.flatMap(({ items }) => {
    const entries = new Map<string, string>();
    for (const [item, hashes] of Object.entries(items)) {
      const entry = hashes.join();
      if (!entries.has(entry)) entries.set(entry, item);
    }
    return [...entries.values()];
  });
  const spelt = new Map(
    cited.map(({ repository }) => [repository.toLowerCase(), repository] as const),
  );
  const names = new Set(subjects.map((item) => partsOfKey(item)[0]));
  return [...names].map((name) => spelt.get(name) ?? name);
}

function mostCited(cited: readonly ItemId[]): string[] {
  const counts = new Map<string, number>();
  for (const { repository } of cited) counts.set(repository, (counts.get(repository) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? [most[0]] : [];
}
