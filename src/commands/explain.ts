import { explain as explainItem } from '../compose/explain.ts';
import { UsageError } from '../errors.ts';
import type { Record as ReportRecord } from '../revise/record.ts';
import { type ItemId, itemKey } from '../snapshot/reference.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { collectFacts } from './collect-facts.ts';
import type { Environment, ExitCode } from './environment.ts';
import { describe, describeUnknown, row } from './explanation-words.ts';
import { type OfferingReport, reportOffering, stillNames } from './offered.ts';
import type { FactOptions } from './options.ts';

/**
 * Tells why one item of a period is where it is in the report, or why it is not in it. Without a
 * period it is the one of the newest report that offered the item.
 *
 * @param name `owner/name#12`, `#12` of the first repository, or the URL of an issue or pull request
 */
export async function explain(
  name: string,
  options: FactOptions,
  environment: Environment,
): Promise<ExitCode> {
  const named = readName(name);
  const { repository, number } = named;
  const repo = options.repo.length === 0 && repository !== null ? [repository] : options.repo;
  const key = repository === null ? null : itemKey({ repository, number });
  const isNamed = (item: string) => (key === null ? item.endsWith(`#${number}`) : item === key);
  const offering = await reportOffering(isNamed, environment);
  const period = offering && !asksForPeriod(options) ? periodOf(offering.record) : {};

  const { snapshot, config } = await collectFacts({ ...options, ...period, repo }, environment);
  const id = { repository: repository ?? snapshot.repositories[0] ?? '', number };
  const explanation = explainItem(snapshot, config, id);
  const lines = [
    ...(explanation
      ? describe(explanation, snapshot, config.sections)
      : describeUnknown(id, snapshot)),
    ...(offering && samePeriod(offering.record, snapshot)
      ? describeReport(offering, id, snapshot)
      : []),
  ];
  environment.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return snapshot.complete ? 0 : 1;
}

function asksForPeriod({ week, month, since, until }: FactOptions): boolean {
  return [week, month, since, until].some((option) => option !== undefined);
}

function periodOf({ period }: ReportRecord): Pick<FactOptions, 'since' | 'until' | 'timezone'> {
  return { since: period.start, until: period.end, timezone: period.timezone };
}

function samePeriod({ period }: ReportRecord, snapshot: Snapshot): boolean {
  return period.start === snapshot.period.start && period.end === snapshot.period.end;
}

function describeReport(offering: OfferingReport, id: ItemId, { server }: Snapshot): string[] {
  const item = itemKey(id);
  const hashes = offering.record.sections.flatMap((section) => section.items[item] ?? []);
  if (hashes.length === 0) return [];
  const place = stillNames(offering, item, server)
    ? 'names it'
    : 'offered it, and its editor has deleted it: it stays deleted';
  return [row('file', `${offering.file} ${place}`)];
}

function readName(name: string): { repository: string | null; number: number } {
  const match =
    /^(?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})$/.exec(name) ??
    /^https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/(?:pull|issues)\/([1-9]\d{0,9})(?:[/?#].*)?$/.exec(
      name,
    ) ??
    /^()([1-9]\d{0,9})$/.exec(name);
  if (!match) {
    throw new UsageError('item-invalid', `"${name}" is not an issue or pull request.`, {
      hint: 'Use linuxkit/linuxkit#1764, #1764, or its URL.',
    });
  }
  return {
    repository: match[1] === undefined || match[1] === '' ? null : match[1],
    number: Number(match[2]),
  };
}
