import * as v from 'valibot';
import { CommitGraph, type NumberedCommit } from './commit-graph.ts';

/** Inside a message, which has no NUL. */
const LINE_END = '\0';

const savedGraphSchema = v.strictObject({
  /** The commit whose history it is. */
  tip: v.string(),
  /** The ends of a shallow clone, which move when more is fetched. */
  shallow: v.string(),
  /** Names and addresses, in turn. */
  signatures: v.array(v.string()),
  /** One a line: a text is far quicker to read than a list of lists. */
  commits: v.string(),
});

export type SavedGraph = v.InferOutput<typeof savedGraphSchema>;

/** What a cache keeps of a graph. */
export function saveGraph(graph: CommitGraph, tip: string, shallow: string): SavedGraph {
  const lines = graph.hashes.map((hash, number) =>
    [
      hash,
      graph.parents[number]?.join(',') ?? '',
      graph.times[number],
      graph.authors[number],
      graph.coAuthors.get(number)?.join(',') ?? '',
      (graph.messages.get(number) ?? '').replaceAll('\n', LINE_END),
    ].join(' '),
  );
  const signatures = graph.signatures.flatMap(({ name, email }) => [name, email]);
  return { tip, shallow, signatures, commits: lines.join('\n') };
}

/** The graph that a cache kept, with its tip. Null when it is damaged, or has other ends. */
export function loadGraph(
  value: unknown,
  shallow: string,
): { graph: CommitGraph; tip: string } | null {
  const parsed = v.safeParse(savedGraphSchema, value);
  if (!parsed.success || parsed.output.shallow !== shallow) return null;
  const { tip, signatures, commits } = parsed.output;
  const graph = new CommitGraph();
  for (let at = 0; at + 2 <= signatures.length; at += 2) {
    graph.addSignature({ name: signatures[at] ?? '', email: signatures[at + 1] ?? '' });
  }
  if (graph.signatures.length * 2 !== signatures.length) return null;
  const lines = commits.split('\n');
  const isCommit = isNumberBelow(lines.length, -1);
  const isSignature = isNumberBelow(graph.signatures.length, 0);
  for (const line of lines) {
    const commit = readLine(line);
    const isSound =
      Number.isInteger(commit.time) &&
      commit.parents.every(isCommit) &&
      [commit.author, ...commit.coAuthors].every(isSignature);
    if (!isSound || !/^[\da-f]{40,64}$/.test(commit.hash)) return null;
    graph.addSaved(commit);
  }
  return graph.numberOf(tip) === undefined ? null : { graph, tip };
}

function readLine(line: string): NumberedCommit {
  const fields = line.split(' ', 5);
  const [hash = '', parents = '', time = '', author = '', coAuthors = ''] = fields;
  return {
    hash,
    parents: numbers(parents),
    time: Number(time),
    author: Number(author || NaN),
    coAuthors: numbers(coAuthors),
    message: line.slice(fields.join(' ').length + 1).replaceAll(LINE_END, '\n'),
  };
}

function numbers(list: string): number[] {
  return list === '' ? [] : list.split(',').map(Number);
}

function isNumberBelow(end: number, least: number): (value: number) => boolean {
  return (value) => Number.isInteger(value) && value >= least && value < end;
}
