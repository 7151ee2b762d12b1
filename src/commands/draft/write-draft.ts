import type { View } from '../../compose/view/view.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import type { Environment } from '../environment.ts';
import { pathFrom } from '../facts/series/path-from.ts';
import type { PlacedReport } from '../facts/series/place-report.ts';
import { type CollectedDraft, collectDraft, composeDraft } from './collect-draft.ts';
import type { Destination } from './destination.ts';
import { freshDraft } from './fresh-draft.ts';
import type { DraftOptions } from './options.ts';
import { patchOf } from './patch.ts';
import { type DraftTarget, type PreparedDraft, prepareDraft } from './prepare-draft.ts';
import { type ExistingFile, readExisting } from './read-existing.ts';
import { type ReportText, reportText } from './report-text.ts';
import { readSeenItem } from './seen-items.ts';
import { patternName } from './pattern-name.ts';

/** A draft, written to its destination or shown as a patch. */
export interface WrittenDraft
  extends ReportText, Pick<CollectedDraft, 'snapshot' | 'collected' | 'config'> {
  destination: Destination;
  placed: PlacedReport;
  /** What was there; null for a missing file. */
  before: string | null;
  /** Whether every item has its place in the text. */
  isWhole: boolean;
  view: View;
}

/**
 * Collects the facts of a period, and brings them to a destination.
 *
 * @throws {UsageError} for wrong options, and a report that it can't be brought into
 * @throws {SourceError} when the source fails; nothing was written
 */
export async function writeDraft(
  options: DraftOptions,
  environment: Environment,
  target: DraftTarget,
): Promise<WrittenDraft> {
  const seen = (options.seen ?? []).map(readSeenItem);
  const prepared = await prepareDraft(options, environment, target);
  const { form, placed, destination } = prepared;
  const read = existingReader(prepared, options);
  const existing = await read();
  const facts = await collectDraft(prepared, options, environment);
  const { snapshot, collected, config } = facts;

  const attempt = async (present: ExistingFile): Promise<WrittenDraft | null> => {
    const { view, home, edited } = composeDraft(facts, present.report);
    const written: ReportText = form.template
      ? await reportText(
          present,
          freshDraft(view, { ...facts, home }, form.template, facts.facts, edited),
          {
            ...options,
            seen,
          },
        )
      : { text: form.serialise(view, collected), changes: [], rerun: null };
    const made = form.isPage
      ? { ...written, text: await pageOfDraft(written.text, prepared, environment) }
      : written;
    environment.signal.throwIfAborted();
    if (!(await deliver(made.text, present, options, destination, environment))) return null;
    const isWhole = (made.rerun?.unplaced.length ?? 0) === 0;
    return {
      ...made,
      isWhole,
      before: present.text,
      ...{ destination, placed, view, snapshot, collected, config },
    };
  };
  return destination.update(existing, read, attempt);
}

async function pageOfDraft(
  text: string,
  { placed, settings, query }: PreparedDraft,
  environment: Environment,
): Promise<string> {
  const { draftPage } = await import('../publish/draft-page.ts');
  const path = pathFrom(workingRoot(environment.cwd), placed.path);
  return draftPage(text, { path, date: query.period.date }, settings, environment);
}

function existingReader(
  { query: { period }, settings, destination, isNamed }: PreparedDraft,
  options: DraftOptions,
): () => Promise<ExistingFile> {
  const name = isNamed ? null : patternName(period, settings);
  return () => readExisting(destination, period, settings.config.weekStart, options, name);
}

/**
 * Writes the text, unless the file already has it or `--diff` only shows it.
 *
 * @returns false when the file is no longer what was read
 */
async function deliver(
  text: string,
  existing: ExistingFile,
  { diff = false }: DraftOptions,
  destination: Destination,
  { stdout }: Environment,
): Promise<boolean> {
  if (!diff) return text === existing.text || destination.write(text, existing.text);
  const patch = await patchOf(destination.inPatch, existing.text, text);
  // A program needs every byte of the editor's; a terminal shows them to a person.
  if (stdout.isTTY === true) stdout.write(patch);
  else stdout.exactly(patch);
  return true;
}
