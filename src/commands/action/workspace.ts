import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { defaults, loadConfig, usualPlaces } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { packageRoot } from '../../files/package-root.ts';
import type { Environment } from '../environment.ts';
import {
  type FilePattern,
  filePattern,
  folderOf,
  parseFilePattern,
} from '../../placeholder/file-pattern.ts';
import { matchPath } from '../../placeholder/match-path.ts';
import { type Base, readBase, readTexts, type RepositoryFiles } from './github/base-files.ts';
import { listPaths } from './github/list-paths.ts';
import type { GitHubApi } from './github/github-api.ts';

export interface WorkspaceRequest {
  /** `owner/name`. */
  repository: string;
  /** Null for the default branch. */
  base: string | null;
  config: string | undefined;
  template: string | undefined;
  output: string | undefined;
}

/** The folder that a run reads config, template and earlier reports in. */
export interface Workspace {
  folder: string;
  api: GitHubApi;
  /** Where the repositories are, without a trailing slash. */
  server: string;
  base: Base;
  /** Whether it is a checkout, with everything that the repository has. */
  isCheckout: boolean;
}

/**
 * The job's checkout; without one, a new folder with what a run needs, read from the base branch.
 *
 * @param folder to create for that
 *
 * @throws {UsageError} `config-missing` for a config that is not on the base
 * @throws {SourceError} those of `readBase`
 */
export async function openWorkspace(
  { api, server }: { api: GitHubApi; server: string },
  request: WorkspaceRequest,
  folder: string,
  { cwd }: Pick<Environment, 'cwd'>,
): Promise<Workspace> {
  const { repository, base: branch, config, template, output } = request;
  if (hasCheckout(cwd)) {
    const { base } = await readBase(api, { repository, branch, files: [], folders: [] });
    return { folder: cwd, api, server, base, isCheckout: true };
  }
  const asked = output === undefined ? null : seriesOf(output);
  // The config, which may name another folder, comes with the same answer.
  const likely = folderOf(asked ?? filePattern(defaults().file));
  const files = config === undefined ? usualPlaces : [config];
  const folders = likely === null ? [] : [likely];
  const read = await readBase(api, { repository, branch, files, folders });
  const { base } = read;
  if (config !== undefined && !read.files.has(config)) {
    throw new UsageError(
      'config-missing',
      `Config ${config} not found on ${base.branch} of ${repository}.`,
      { hint: `Commit it to ${base.branch}, or name its branch with the input base.` },
    );
  }
  mkdirSync(folder);
  writeFiles(folder, read.files);
  const { config: loaded } = await loadConfig(folder, config);
  const pattern = asked ?? filePattern(loaded.file);
  if (likely === null || folderOf(pattern) !== likely) {
    const own = { repository, branch: base.branch };
    const found = await listPaths(api, repository, base.oid, pattern);
    const paths = found.map((one) => one.path);
    writeFiles(folder, await readTexts(api, own, base.oid, paths));
  }
  const path = template ?? loaded.template;
  if (!isLayout(path)) {
    const partials = posix.join(posix.dirname(path), 'partials');
    const own = { repository, branch: base.branch, files: [path], folders: [partials] };
    writeFiles(folder, (await readBase(api, own)).files);
  }
  return { folder, api, server, base, isCheckout: false };
}

/** Whether a job has checked its repository out. */
export function hasCheckout(cwd: string): boolean {
  return existsSync(join(cwd, '.git'));
}

/** The pattern of the series that a report belongs to by its path alone; null for that of the config. */
function seriesOf(output: string): FilePattern | null {
  const { pattern } = parseFilePattern(output);
  if (pattern) return pattern;
  const dated = filePattern('{date}.md');
  const name = posix.basename(output);
  const beside = posix.join(posix.dirname(output), dated.source);
  return matchPath(dated, name) ? (parseFilePattern(beside).pattern ?? null) : null;
}

/** Whether a template is one of devreport's own. */
function isLayout(name: string): boolean {
  return /^[\w-]+$/.test(name) && existsSync(join(packageRoot(), 'templates', `${name}.hbs`));
}

function writeFiles(folder: string, files: RepositoryFiles): void {
  for (const [path, text] of files) {
    // Git allows names that another system would read as a path.
    if (path.split('/').some((name) => name === '..' || /[\\:]/.test(name))) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
