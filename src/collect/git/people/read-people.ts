import type { Config } from '../../../config/schema/schema.ts';
import type { Clone } from '../clone/open-clone.ts';
import type { CommitGraph } from './commit-graph.ts';
import { Evidence } from './evidence.ts';
import { KnownPeople } from './known-people.ts';
import { Mailmap } from './mailmap.ts';
import { MergedBranches } from './merged-branches.ts';
import { type GraphCache, readGraph } from './read-graph.ts';
import { readMailmap } from './read-mailmap.ts';
import { SignatureReader } from './signature-reader.ts';

export interface ProjectPeople {
  /** `owner/name`. */
  repository: string;
  /** Like `https://github.com`. */
  server: string;
  /** What the config says about people. */
  people: Config['people'];
}

export interface PeopleOptions extends ProjectPeople {
  cache: GraphCache;
}

/** The people in some history of a branch. */
export interface PeopleOfGraph {
  graph: CommitGraph;
  branches: MergedBranches;
  known: KnownPeople;
  /** The owner of the repository, in lower case. */
  owner: string;
}

/** The whole history of a branch, and the people in it. */
export interface PeopleHistory extends PeopleOfGraph {
  /** The commits whose parents a shallow clone lacks. */
  shallow: ReadonlySet<string>;
  /** Whether the history is there from its beginning. */
  isWhole: boolean;
  /** Whether a `.mailmap` was too large to be read. */
  lacksMailmap: boolean;
}

/** Reads everybody who wrote the history of a commit. */
export async function readPeople(
  clone: Clone,
  tip: string,
  { cache, ...project }: PeopleOptions,
): Promise<PeopleHistory> {
  const [{ graph, isWhole }, mailmap] = await Promise.all([
    readGraph(clone, tip, cache),
    readMailmap(clone.git, tip),
  ]);
  return {
    ...peopleOfGraph(graph, tip, readerOf(mailmap, project), project),
    shallow: clone.shallow,
    isWhole,
    lacksMailmap: mailmap === null,
  };
}

/** Reads signatures by a `.mailmap`; null for one that is too large. */
export function readerOf(
  mailmap: Mailmap | null,
  { server, people }: ProjectPeople,
): SignatureReader {
  return new SignatureReader(mailmap ?? new Mailmap(''), server, people.bots);
}

/** Everybody who wrote the commits of a graph that lead to a tip. */
export function peopleOfGraph(
  graph: CommitGraph,
  tip: string,
  reader: SignatureReader,
  { repository, people }: ProjectPeople,
): PeopleOfGraph {
  const branches = new MergedBranches(graph, graph.numberOf(tip) ?? -1);
  const owner = repository.toLowerCase().split('/', 1)[0] ?? '';
  const evidence = new Evidence(graph, branches, reader, owner);
  return { graph, branches, known: new KnownPeople(reader, evidence, people.aliases), owner };
}
