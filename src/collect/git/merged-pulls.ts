import type { Period } from '../../period/period.ts';
import { isMergedInside } from '../../snapshot/merged-inside.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import type { Clone } from './clone.ts';
import { readAuthors, readCommits } from './commits.ts';
import type { Branch } from './default-branch.ts';
import { type Extent, walk, type Window } from './history.ts';
import { type Landing, LandingFinder, type WalkedCommit } from './landings.ts';
import { tipToRead, toPullRequest } from './to-pull-request.ts';

/** Which history is read, and as what. */
export interface Place {
  clone: Clone;
  branch: Branch;
  repository: string;
  server: string;
}

export interface MergedPulls {
  /** In the order they were merged. */
  pullRequests: PullRequest[];
  extent: Extent;
}

/** The pull requests that were merged in the period, and those of the numbers cited that were before. */
export async function readMergedPulls(
  { clone, branch, repository, server }: Place,
  period: Period,
  cited: ReadonlySet<number>,
  onProgress: (commits: number) => void,
): Promise<MergedPulls> {
  const { git, shallow } = clone;
  const [start, end] = [Date.parse(period.start) / 1000, Date.parse(period.end) / 1000];
  const inside: Window = (time) => start <= time && time < end;
  const extent: Extent = {
    ...{ commits: 0, unnamed: 0, cutAt: null },
    ...{ earliest: Infinity, latest: -Infinity },
  };
  const isCitedBefore = ({ time, pulls }: WalkedCommit): boolean =>
    time < start && pulls.some(({ number }) => cited.has(number));
  const finder = new LandingFinder((commit) => inside(commit.time) || isCitedBefore(commit));
  async function* mergesInside(): AsyncGenerator<WalkedCommit> {
    for await (const commit of walk(clone, branch.tip, { extent, inside }, onProgress)) {
      finder.add(commit);
      if (inside(commit.time)) yield commit;
    }
  }
  // Their files are compared while the walk goes on.
  const commits = await readCommits(git, mergesInside());
  const landings = withoutEarlier(finder.landings(), ({ time }) => inside(time));
  // A run that is completed inside the period may have begun before.
  const outside = landings
    .flatMap((landing) => landing.commits)
    .filter(({ hash }) => !commits.has(hash));
  if (outside.length > 0) {
    for (const [hash, commit] of await readCommits(git, outside)) commits.set(hash, commit);
  }
  const tips = await readAuthors(
    git,
    landings.map((landing) => tipToRead(landing, repository)).filter((tip) => tip !== null),
  );

  const known = { repository, server, base: branch.name, commits, tips, shallow };
  const pullRequests = byNumber(landings)
    .map((ofOne) => toPullRequest(ofOne, known))
    .map((pull) => (isMergedInside(pull, period) ? pull : { ...pull, activity: [] }));
  const mergedAt = (pull: PullRequest): number => Date.parse(pull.mergedAt ?? '');
  return { pullRequests: pullRequests.toSorted((a, b) => mergedAt(a) - mergedAt(b)), extent };
}

/** Without landings before the window of numbers that landed inside it too. */
function withoutEarlier(
  landings: readonly Landing[],
  inside: (commit: WalkedCommit) => boolean,
): Landing[] {
  const isInside = ({ commits }: Landing) => inside(commits.at(-1) ?? commits[0]);
  const numbers = new Set(landings.filter(isInside).map(({ pull }) => pull.number));
  return landings.filter((landing) => isInside(landing) || !numbers.has(landing.pull.number));
}

function byNumber(landings: readonly Landing[]): Landing[][] {
  const groups = new Map<number, Landing[]>();
  for (const landing of landings) {
    const group = groups.get(landing.pull.number);
    if (group) group.push(landing);
    else groups.set(landing.pull.number, [landing]);
  }
  return [...groups.values()];
}
