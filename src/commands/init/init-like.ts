import { dirname, join } from 'node:path';
import { boundaryOf, workingRoot } from '../../files/boundary-of.ts';
import { loadLocale } from '../../period/locale.ts';
import { configText } from '../../propose/config-text.ts';
import { type LikeProposal, proposeLike } from '../../propose/like/like.ts';
import { readForm } from '../../propose/like/read-model-form.ts';
import { TEMPLATE } from '../../propose/like/template-like.ts';
import type { Project } from '../../propose/project.ts';
import { lastMonth, previewLines } from '../../propose/shown/preview-lines.ts';
import { compileSource } from '../../render/load-template.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { findCheckout, gatherChanges, gatherProject } from './gather-project.ts';
import { modelAt } from './model-at.ts';
import { type NewFile, newFile, writeNewFile } from './new-file.ts';
import { seriesStart } from './series-start.ts';

/**
 * Writes a config that reproduces the form of a published report, and the layout that it needs.
 *
 * @param path of the report, as the user named it
 * @throws {UsageError} `layout-exists`, and those of `modelAt` and `writeNewFile`
 */
export async function initLike(
  path: string,
  config: NewFile,
  environment: Environment,
): Promise<ExitCode> {
  const { cwd, stderr, signal } = environment;
  const checkout = await findCheckout(workingRoot(cwd), environment);
  const history = gatherChanges(checkout);
  const model = modelAt(path, checkout);
  // The dates of a model may be in any language; this loads them all.
  await loadLocale('de');
  const read = readForm(model);
  const date = read.time?.period.date ?? null;
  const { report, citations } = model;
  const { project, log } = await gatherProject(checkout, history, {
    reports: [{ date, report, citations }],
    total: 1,
  });
  const like = proposeLike(read, project, seriesStart(read, path, checkout));
  const layout = await layoutFile(like, config, cwd);
  const text = configText(like.proposal, null);
  signal.throwIfAborted();
  stderr.lines([...log, ...summary(path, like), ...previewOf(like, project)]);
  const next = ['review it, then run devreport for a first draft.'];
  if (config.path === null) environment.stdout.write(text + preview(like));
  else writeNewFile(config, text, next, environment);
  if (layout && like.template !== null)
    writeNewFile(layout, like.template, ['adjust it as you like.'], environment);
  return 0;
}

/** The layout beside the config, or in the folder that one in `.github` is for; null for none. */
async function layoutFile(
  { template }: LikeProposal,
  { path }: NewFile,
  cwd: string,
): Promise<NewFile | null> {
  if (template === null) return null;
  const beside = path === null ? workingRoot(cwd) : dirname(path);
  const folder = /[\\/]\.github$/.test(beside) ? dirname(beside) : beside;
  const named = join(folder, TEMPLATE);
  await compileSource(template, TEMPLATE, folder, boundaryOf(named, cwd));
  return path === null ? null : newFile('layout', named, named, cwd);
}

/** The layout as comments, below a config on stdout. */
function preview({ template }: LikeProposal): string {
  if (template === null) return '';
  const lines = template
    .trimEnd()
    .split('\n')
    .map((line) => `#   ${line}`.trimEnd());
  return ['', `# The layout, for ${TEMPLATE}:`, ...lines, ''].join('\n');
}

/** Last month under the sections; nothing where these are about repositories, whose work a clone doesn't have. */
function previewOf({ proposal }: LikeProposal, project: Project): string[] {
  const isElsewhere = proposal.sections.some(({ repositories }) => repositories !== undefined);
  return isElsewhere ? [] : previewLines(proposal, lastMonth(project));
}

function summary(path: string, { proposal, left }: LikeProposal): string[] {
  const { settings = {} } = proposal;
  const template = String(settings.template?.value);
  return [
    `Read ${path} as the model: template ${template}, file ${String(settings.file?.value)}.`,
    ...(left.length > 0
      ? [`Not taken over: ${left.map((sentence) => sentence.replace(/\.$/, '')).join('; ')}.`]
      : []),
  ];
}
