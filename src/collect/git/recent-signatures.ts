import type { Person } from '../../snapshot/schema.ts';
import { readDefaultBranch } from './clone/default-branch.ts';
import { openClone } from './clone/open-clone.ts';
import type { Signature } from './history/signature.ts';
import { CommitGraph } from './people/commit-graph.ts';
import { readCommits } from './people/read-commits.ts';
import { readMailmap } from './people/read-mailmap.ts';
import { peopleOfGraph, readerOf } from './people/read-people.ts';
import type { RecentChangesOptions } from './history/walk-changes.ts';

const YEAR = 365 * 86_400;
/** Enough to know who is who, and read in half a second. */
const MOST_COMMITS = 15_000;
/** Longer subjects are cut: their beginnings show whether they are alike. */
const LONGEST_SUBJECT = 200;

/** A signature as the `.mailmap` has it, and who signed. */
export interface KnownSignature extends Signature {
  /** By what the clone says alone, without a config. */
  person: Person;
  /** The commits with it in the year before the latest one: as author, or as co-author. */
  recent: number;
  /** The subjects of all commits that the author signed with it, but for merges; newest first. */
  subjects: string[];
}

/**
 * The signatures of the newest commits of the default branch, and whom a report would take each for.
 *
 * @throws {UsageError} `git-directory-missing`
 * @throws {SourceError} those of `recentChanges`
 */
export async function recentSignatures({
  directory,
  repository,
  server,
  environment,
  signal,
}: RecentChangesOptions): Promise<KnownSignature[]> {
  const clone = await openClone(directory, environment, signal);
  const { branch } = await readDefaultBranch(clone.git, server, repository ?? '');
  const [commits, mailmap] = await Promise.all([
    readCommits(clone.git, branch.tip, null, MOST_COMMITS),
    readMailmap(clone.git, branch.tip),
  ]);
  const graph = new CommitGraph();
  graph.add(commits);
  const project = { repository: repository ?? '', server, people: { bots: [], aliases: {} } };
  const reader = readerOf(mailmap, project);
  const { known } = peopleOfGraph(graph, branch.tip, reader, project);
  const found = new Map<string, KnownSignature>();
  const enter = (signature: Signature): KnownSignature | null => {
    const person = known.personOf(signature);
    if (person === null) return null;
    const { name, email } = reader.read(signature).proper;
    // What the `.mailmap` makes one signature can be known by another address before.
    const key = `${name}\n${email}\n${person.login ?? ''}`;
    const entered = found.get(key) ?? { name, email, person, recent: 0, subjects: [] };
    found.set(key, entered);
    return entered;
  };
  const from = (commits[0]?.time ?? 0) - YEAR;
  for (const { author, coAuthors, parents, time, subject } of commits) {
    const signer = enter(author);
    if (parents.length < 2) signer?.subjects.push(subject.slice(0, LONGEST_SUBJECT));
    const signers = new Set([signer, ...coAuthors.map(enter)]);
    for (const one of signers) if (one && time >= from) one.recent += 1;
  }
  return [...found.values()];
}
