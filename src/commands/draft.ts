import { basename, dirname, relative, resolve } from 'node:path';
import { compose } from '../compose/compose.ts';
import { toReportJson } from '../compose/report-json.ts';
import { listOptional, readOptional } from '../config/read-optional.ts';
import { UsageError } from '../errors.ts';
import { render } from '../render/render.ts';
import { withRecord } from '../revise/record.ts';
import { isUntouched } from '../revise/untouched.ts';
import { serialiseSnapshot } from '../snapshot/parse.ts';
import { collectFacts, type Facts } from './collect-facts.ts';
import type { Environment, ExitCode } from './environment.ts';
import { loadTemplate } from './load-template.ts';
import type { FactOptions } from './options.ts';
import { summary } from './summary.ts';
import { writeWhole } from './write-file.ts';

export interface DraftOptions extends FactOptions {
  template?: string;
  /** A path, or `-` for stdout. */
  output?: string;
  format: 'markdown' | 'json' | 'snapshot';
}

const extensions = { markdown: '.md', json: '.json', snapshot: '.snapshot.json' } as const;

/** Collects a period and writes its report: a Markdown draft, or the facts as JSON. */
export async function draft(options: DraftOptions, environment: Environment): Promise<ExitCode> {
  const facts = await collectFacts(options, environment);
  const { snapshot, config } = facts;
  const { date } = snapshot.period;
  const path = resolve(
    environment.cwd,
    options.output ?? `reports/${date}${extensions[options.format]}`,
  );
  const toStdout = options.output === '-';

  const view = compose(
    snapshot,
    config,
    await reportsBefore(date, toStdout ? resolve(environment.cwd, 'reports') : dirname(path)),
  );
  const text = {
    markdown: async () =>
      withRecord(render(view, await template(options, facts, environment)), snapshot),
    json: () => `${JSON.stringify(toReportJson(view, date), null, 2)}\n`,
    snapshot: () => serialiseSnapshot(snapshot),
  };
  const report = await text[options.format]();

  if (toStdout) environment.stdout.write(report);
  else {
    if (options.format === 'markdown') await refuseToOverwrite(path, environment.cwd);
    environment.signal.throwIfAborted();
    await writeWhole(path, report);
  }
  environment.stderr.write(summary(view, snapshot));
  if (!toStdout)
    environment.stderr.write(closing(relative(environment.cwd, path) || path, options.format));
  return snapshot.complete ? 0 : 1;
}

function template(options: DraftOptions, { config, directory }: Facts, { cwd }: Environment) {
  return options.template === undefined
    ? loadTemplate(config.template, directory)
    : loadTemplate(options.template, cwd);
}

/** How many reports of the series are older, counted by the dates they are named after. */
async function reportsBefore(date: string, folder: string): Promise<number> {
  const files = await listOptional(folder);
  const dates = files.flatMap((file) => /^(\d{4}-\d{2}-\d{2})\.md$/.exec(file)?.[1] ?? []);
  return dates.filter((other) => other < date).length;
}

/** An edited report is its editor's: only a draft that nobody touched is written again. */
async function refuseToOverwrite(path: string, cwd: string): Promise<void> {
  const existing = await readOptional(path);
  if (existing === null || isUntouched(existing)) return;
  throw new UsageError(
    'report-edited',
    `${relative(cwd, path)} exists and was edited; it stays as it is.`,
    {
      hint: `Write elsewhere with -o FILE, or move ${basename(path)} away.`,
    },
  );
}

function closing(path: string, format: DraftOptions['format']): string {
  return format === 'markdown'
    ? `Wrote ${path}. Next: edit it; the comments in it say what to write where.\n`
    : `Wrote ${path}.\n`;
}
