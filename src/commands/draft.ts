import { join, relative, resolve } from 'node:path';
import { compose } from '../compose/compose.ts';
import { toReportJson } from '../compose/report-json.ts';
import type { View } from '../compose/view.ts';
import { readOptional } from '../config/read-optional.ts';
import { UsageError } from '../errors.ts';
import { render, renderDocument } from '../render/render.ts';
import { apart } from '../revise/apart.ts';
import { lackingIn } from '../revise/lacking.ts';
import { withRecord } from '../revise/record.ts';
import { serialiseSnapshot } from '../snapshot/parse.ts';
import { collectFacts } from './collect-facts.ts';
import type { Environment, ExitCode } from './environment.ts';
import { loadTemplate } from './load-template.ts';
import type { FactOptions } from './options.ts';
import { patchOf } from './patch.ts';
import { reportsFolder } from './repository-root.ts';
import { reviseExisting } from './rerun.ts';
import { Series } from './series.ts';
import { readSettings, type Settings } from './settings.ts';
import { summary } from './summary.ts';
import { writeWhole } from './write-file.ts';

export interface DraftOptions extends FactOptions {
  template?: string;
  /** A path, or `-` for stdout. */
  output?: string;
  format: 'markdown' | 'json' | 'snapshot';
  /** Show what a rerun would change, and write nothing. */
  diff?: boolean;
  /** Take on a report that devreport did not write. */
  adopt?: boolean;
}

const extensions = { markdown: '.md', json: '.json', snapshot: '.snapshot.json' } as const;

/** Collects a period and writes its report: a Markdown draft, or the facts as JSON. */
export async function draft(options: DraftOptions, environment: Environment): Promise<ExitCode> {
  refuseDiff(options);
  const series = new Series(options.output, environment);
  const settings = await readSettings(options, environment);
  const layout =
    options.format === 'markdown' ? await loadLayout(options, settings, environment) : null;
  const facts = await collectFacts(options, environment, {
    settings,
    cited: (about) => series.planned(about, environment),
  });
  const { config } = settings;
  const { date } = facts.snapshot.period;
  const path =
    options.output === undefined
      ? join(reportsFolder(environment), `${date}${extensions[options.format]}`)
      : resolve(environment.cwd, options.output);
  const toStdout = options.output === '-';

  const earlier = await series.before(date);
  const previously = await series.previously(facts);
  const discords = await series.discords(facts);
  for (const { message } of discords) environment.stderr.write(`warning: ${message}\n`);
  const snapshot = { ...facts.snapshot, warnings: [...facts.snapshot.warnings, ...discords] };
  const view = compose(snapshot, config, earlier.length, previously);
  if (layout === null) {
    if (!toStdout) await refuseForeign(path, environment.cwd);
    const report =
      options.format === 'json' ? toJson(view, date) : serialiseSnapshot(facts.snapshot);
    return deliver(report, '');
  }
  const draftOf = (composed: View, home?: string) =>
    withRecord(renderDocument(composed, layout), snapshot, home);
  if (toStdout) return deliver(draftOf(view), '');

  const existing = await readOptional(path);
  const shown = relative(environment.cwd, path) || path;
  const composeFor = (home?: string, { snapshot: whole, config: rules } = { snapshot, config }) =>
    compose(whole, rules, earlier.length, previously, home);
  const { text, told } = reviseExisting(
    existing,
    {
      draft: (home) => draftOf(home === undefined ? view : composeFor(home), home),
      apart: (home) => render(composeFor(home, apart(snapshot, config)), layout),
      mayLack: lackingIn(snapshot),
    },
    { server: snapshot.server, file: shown, adopt: options.adopt ?? false },
  );
  if (options.diff === true) {
    environment.stdout.write(await patchOf(shown, existing, text));
    environment.stderr.write(`${told}${summary(view, snapshot)}Nothing was written.\n`);
    return snapshot.complete ? 0 : 1;
  }
  return deliver(text, told, text === existing);

  /** Writes the report, unless it is there already, and tells what there is to tell. */
  async function deliver(report: string, story: string, unchanged = false): Promise<ExitCode> {
    environment.signal.throwIfAborted();
    if (toStdout) environment.stdout.write(report);
    else if (!unchanged) await writeWhole(path, report);
    const end =
      toStdout || unchanged ? '' : closing(relative(environment.cwd, path) || path, options.format);
    environment.stderr.write(`${story}${summary(view, snapshot)}${end}`);
    return snapshot.complete ? 0 : 1;
  }
}

function toJson(view: View, date: string): string {
  return `${JSON.stringify(toReportJson(view, date), null, 2)}\n`;
}

function loadLayout(options: DraftOptions, { config, directory }: Settings, { cwd }: Environment) {
  return options.template === undefined
    ? loadTemplate(config.template, directory)
    : loadTemplate(options.template, cwd);
}

function refuseDiff({ diff, output, format }: DraftOptions): void {
  if (diff !== true || (output !== '-' && format === 'markdown')) return;
  throw new UsageError('usage', '--diff shows what a rerun would change in a Markdown report.', {
    hint: 'Leave out --format, and name the report with -o, or nothing.',
  });
}

/** A report in JSON or a snapshot takes the place of its like, and of nothing else. */
async function refuseForeign(path: string, cwd: string): Promise<void> {
  const existing = (await readOptional(path)) ?? '';
  if (existing.trim() === '' || /^\s*\{\s*"schemaVersion"/.test(existing)) return;
  throw new UsageError(
    'file-foreign',
    `${relative(cwd, path)} holds something else than such a file.`,
    {
      hint: 'Write elsewhere with -o FILE, or move it away.',
    },
  );
}

function closing(path: string, format: DraftOptions['format']): string {
  return format === 'markdown'
    ? `Wrote ${path}. Next: edit it; the comments in it say what to write where.\n`
    : `Wrote ${path}.\n`;
}
