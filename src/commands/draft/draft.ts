import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { FileDestination } from './file-destination.ts';
import type { DraftOptions } from './options.ts';
import { summary } from './summary.ts';
import { writeDraft } from './write-draft.ts';

/** Collects a period and writes its report: a Markdown draft, or the facts as data. */
export async function draft(options: DraftOptions, environment: Environment): Promise<ExitCode> {
  requireDiffable(options);
  const { output } = options;
  const { cwd } = environment;
  const written = await writeDraft(options, environment, {
    root: workingRoot(cwd),
    named: () => (output === undefined || output === '-' ? null : resolve(cwd, output)),
    destinationOf: ({ path }) => new FileDestination(options, path, environment),
  });
  const { view, snapshot, isWhole } = written;
  environment.stderr.lines([
    ...written.changes,
    ...summary(view, snapshot, options.source),
    ...outcome(options, written),
  ]);
  return snapshot.complete && isWhole ? 0 : 1;
}

function outcome(
  { diff = false, format }: DraftOptions,
  { before, text, destination }: Awaited<ReturnType<typeof writeDraft>>,
): string[] {
  if (diff) return ['Nothing was written.'];
  if (text === before || !destination.isFile) return [];
  const next =
    format === 'markdown' ? ' Next: edit it; the comments in it say what to write where.' : '';
  return [`Wrote ${destination.shown}.${next}`];
}

function requireDiffable({ diff, output, format }: DraftOptions): void {
  if (diff !== true || (output !== '-' && format === 'markdown')) return;
  throw new UsageError('usage', '--diff shows what a rerun would change in a Markdown report.', {
    hint: 'Omit --format, and use -o only with the path of a report.',
  });
}
