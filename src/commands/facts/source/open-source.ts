import type { Config } from '../../../config/schema/schema.ts';
import { UsageError } from '../../../errors.ts';
import type { Period } from '../../../period/period.ts';
import type { LiveSourceName } from '../../../snapshot/sources.ts';
import type { Environment } from '../../environment.ts';
import { ProgressLine } from '../../terminal/progress.ts';
import type { FactOptions } from '../options.ts';
import { periodFor } from '../period-for.ts';
import { openCloneSource } from './clone.ts';
import { findToken, openGitHub, openWithToken } from './github.ts';
import type { OpenedSource } from './opened-source.ts';
import { namedRepositories } from './repositories.ts';
import { openSaved } from './saved.ts';

/** A source with everything it is asked for. */
export interface Query extends OpenedSource {
  period: Period;
  progress: ProgressLine;
  /** Who is a machine, and which names are one person. */
  people: Config['people'];
}

type Open = (
  options: FactOptions,
  config: Config,
  environment: Environment,
  progress: ProgressLine,
) => Promise<OpenedSource>;

/** How each source that can be asked for any period is opened, by the name that `--source` takes. */
const openers: Readonly<Record<'auto' | LiveSourceName, Open>> = {
  auto: openAny,
  github: openGitHub,
  git: openCloneSource,
};

/** Whether the source can be asked for any period; the others hold one. */
export function holdsAnyPeriod({ source }: Pick<FactOptions, 'source'>): boolean {
  return isLive(source);
}

function isLive(name: string): name is keyof typeof openers {
  return Object.hasOwn(openers, name);
}

/**
 * Opens the source that the options name and settles the period.
 *
 * @throws {UsageError} without a source, or when it lacks what the options ask for
 */
export async function openSource(
  options: FactOptions,
  config: Config,
  environment: Environment,
): Promise<Query> {
  const { source: name } = options;
  const progress = new ProgressLine(environment.stderr);
  const { people } = config;
  if (name !== 'auto' && name !== 'github') refuseOrganizations(options);
  if (!isLive(name)) {
    const { held, ...opened } = await openSaved(options, environment);
    return {
      ...opened,
      period: periodFor(options, config, environment.now, held),
      progress,
      people,
    };
  }
  // Before any source is looked for: the period may be wrong.
  const period = periodFor(options, config, environment.now);
  return {
    ...(await openers[name](options, config, environment, progress)),
    period,
    progress,
    people,
  };
}

/** GitHub when there is a token, else the clone around the working directory. */
async function openAny(...[options, config, environment, progress]: Parameters<Open>) {
  if (options.gitDir !== undefined) return openCloneSource(options, config, environment, progress);
  const token = await findToken(config, environment);
  if (token !== null) return openWithToken(token, options, config, environment, progress);
  const { isClone } = await import('../../../collect/git/clone/is-clone.ts');
  const named = namedRepositories(options, config);
  if (await isClone(environment.cwd, { ...environment.variables }, environment.signal)) {
    if (named.length < 2) {
      refuseOrganizations(options);
      return openCloneSource(options, config, environment, progress);
    }
  }
  if (named.length > 1) {
    throw new UsageError('source-missing', `No source has all of ${named.join(', ')}.`, {
      hint: 'Give a GitHub token (GH_TOKEN, GITHUB_TOKEN, or gh auth login), or run once for each repository, with its name and its clone: --repo owner/name --git-dir PATH.',
    });
  }
  throw new UsageError('source-missing', 'No source of facts found.', {
    hint: 'Give a GitHub token (GH_TOKEN, GITHUB_TOKEN, or gh auth login), or a local clone (--git-dir PATH), or --source sample to try devreport out.',
  });
}

function refuseOrganizations({ org, source }: FactOptions): void {
  if (org.length === 0) return;
  throw new UsageError(
    'organization-needs-github',
    `--org needs GitHub; the source is ${source}.`,
    { hint: 'Use --source github, with a token.' },
  );
}
