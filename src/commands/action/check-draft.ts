import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReport, type ReportFinding } from '../../check/check-report.ts';
import { gather } from '../../check/format/gather.ts';
import { readReport } from '../../report/report.ts';
import { serialiseSnapshot } from '../../snapshot/parse.ts';
import { checkRun, linesWithoutFacts } from '../check/check-run.ts';
import { checkContext } from '../check/context.ts';
import type { WrittenDraft } from '../draft/write-draft.ts';
import type { Environment } from '../environment.ts';

/**
 * What `check` finds in a draft, with the facts that it was made of.
 *
 * @param path of the report in the repository
 * @param scratch a folder for the facts
 * @param isCheckout whether every file that a link may lead to is there
 */
export async function checkDraft(
  { text, collected, config }: Pick<WrittenDraft, 'text' | 'collected' | 'config'>,
  path: string,
  scratch: string,
  isCheckout: boolean,
  environment: Environment,
): Promise<ReportFinding[]> {
  const report = readReport({ path, text });
  const facts = join(scratch, 'facts.json');
  writeFileSync(facts, serialiseSnapshot(collected));
  const options = { source: facts, repo: [], org: [], format: 'json' as const };
  const run = await checkRun([report], config, environment);
  const context = await checkContext({ report, config, options, environment }, run);
  environment.stderr.lines(linesWithoutFacts(run));
  const severities = {
    ...context.severities,
    ...(!isCheckout && { 'relative-link': 'off' as const }),
  };
  return gather(checkReport(report, { ...context, severities }));
}
