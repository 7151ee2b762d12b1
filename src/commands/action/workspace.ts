import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { loadConfig, usualPlaces } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { packageRoot } from '../../files/package-root.ts';
import type { Environment } from '../environment.ts';
import { isDated } from '../facts/dated-reports.ts';
import { type Base, readBase, type RepositoryFiles } from './github/base-files.ts';
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
  if (existsSync(join(cwd, '.git'))) {
    const { base } = await readBase(api, { repository, branch, files: [], folders: [] });
    return { folder: cwd, api, server, base, isCheckout: true };
  }
  // The folder alone matters, so any date will do.
  const sample = output?.replaceAll('{date}', '2017-05-08') ?? '';
  const reports = isDated(sample) ? posix.dirname(sample) : 'reports';
  const files = config === undefined ? usualPlaces : [config];
  const read = await readBase(api, { repository, branch, files, folders: [reports] });
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
  const path = template ?? loaded.template;
  if (!isLayout(path)) {
    const partials = posix.join(posix.dirname(path), 'partials');
    const own = { repository, branch: base.branch, files: [path], folders: [partials] };
    writeFiles(folder, (await readBase(api, own)).files);
  }
  return { folder, api, server, base, isCheckout: false };
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
