import * as v from 'valibot';
import { ABSENT, CommitGraph, type GraphColumns, NO_PARENT } from './commit-graph.ts';

/** Long lists, which a schema for each number would make slow. */
const numbers = v.custom<number[]>(
  (value) => Array.isArray(value) && value.every(Number.isSafeInteger),
);
/** A commit and what it has. */
const pairs = v.array(v.tuple([v.number(), numbers]));

const savedGraphSchema = v.strictObject({
  /** The commit whose history it is. */
  tip: v.pipe(v.string(), v.regex(/^(?:[\da-f]{40}|[\da-f]{64})$/)),
  /** The ends of a shallow clone, which move when more is fetched. */
  shallow: v.string(),
  /** One after the other, all as long as the tip's. */
  hashes: v.pipe(v.string(), v.regex(/^[\da-f]*$/)),
  firstParents: numbers,
  times: numbers,
  authors: numbers,
  mergedParents: pairs,
  messages: v.array(v.tuple([v.number(), v.string()])),
  coAuthors: pairs,
  /** Names and addresses, in turn. */
  signatures: v.pipe(
    v.array(v.string()),
    v.check((texts) => texts.length % 2 === 0),
  ),
});

type SavedGraph = v.InferOutput<typeof savedGraphSchema>;

/** What a cache keeps of a graph. */
export function saveGraph({ columns }: CommitGraph, tip: string, shallow: string): SavedGraph {
  return {
    ...{ tip, shallow },
    hashes: columns.hashes.join(''),
    firstParents: columns.firstParents,
    times: columns.times,
    authors: columns.authors,
    mergedParents: [...columns.mergedParents],
    messages: [...columns.messages],
    coAuthors: [...columns.coAuthors],
    signatures: columns.signatures.flatMap(({ name, email }) => [name, email]),
  };
}

/** The graph that a cache kept, with its tip. Null when it is damaged, or has other ends. */
export function loadGraph(
  value: unknown,
  shallow: string,
): { graph: CommitGraph; tip: string } | null {
  const parsed = v.safeParse(savedGraphSchema, value);
  if (!parsed.success || parsed.output.shallow !== shallow) return null;
  const { tip, ...saved } = parsed.output;
  const columns: GraphColumns = {
    ...saved,
    hashes: inPieces(saved.hashes, tip.length),
    mergedParents: new Map(saved.mergedParents),
    messages: new Map(saved.messages),
    coAuthors: new Map(saved.coAuthors),
    signatures: inPairs(saved.signatures),
  };
  if (saved.hashes.length % tip.length !== 0 || !isSound(columns)) return null;
  const graph = new CommitGraph(columns);
  return graph.numberOf(tip) === undefined ? null : { graph, tip };
}

/** Whether the lists are as long as each other, and all numbers lead somewhere. */
function isSound({ hashes, signatures, ...columns }: GraphColumns): boolean {
  const isIn = (least: number, end: number) => (list: readonly number[]) =>
    list.every((number) => number >= least && number < end);
  const merges = [...columns.mergedParents];
  const lists = [columns.firstParents, columns.times, columns.authors];
  const areCommits = isIn(0, hashes.length);
  const areSignatures = isIn(0, signatures.length);
  return (
    lists.every(({ length }) => length === hashes.length) &&
    isIn(NO_PARENT, hashes.length)(columns.firstParents) &&
    areSignatures(columns.authors) &&
    merges.every(([, parents]) => isIn(ABSENT, hashes.length)(parents)) &&
    merges.every(([merge]) => columns.messages.has(merge)) &&
    [...columns.coAuthors.values()].every(areSignatures) &&
    areCommits([...columns.mergedParents.keys(), ...columns.coAuthors.keys()])
  );
}

function inPieces(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
}

function inPairs(texts: readonly string[]): GraphColumns['signatures'] {
  return Array.from({ length: Math.ceil(texts.length / 2) }, (_, at) => ({
    name: texts[at * 2] ?? '',
    email: texts[at * 2 + 1] ?? '',
  }));
}
