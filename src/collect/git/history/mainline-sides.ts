import type { CommitGraph } from '../people/commit-graph.ts';

/** The lines of a mainline that first parents alone don't lead to. */
export interface MainlineSides {
  /** Hashes, newest first along each line. */
  hashes: string[];
  /** Those of lines of which it is unclear whether they belong to it. */
  unclear: string[];
}

/**
 * Where the default branch was merged into itself, both sides of the merge are its history. The other
 * side of each such merge, up to where it meets what was walked before, also inside other sides.
 *
 * @param kindOf what the subject of a merge says
 */
export function mainlineSides(
  graph: CommitGraph,
  tip: string,
  kindOf: (subject: string) => 'own' | 'unclear' | null,
): MainlineSides {
  const walked = new Uint8Array(graph.columns.hashes.length);
  const starts = { own: [] as number[], unclear: [] as number[] };
  const follow = (start: number): string[] => {
    const line: string[] = [];
    let at = start;
    while (at >= 0 && walked[at] === 0) {
      walked[at] = 1;
      line.push(graph.columns.hashes[at] ?? '');
      const [first = -1, ...others] = graph.parentsOf(at);
      const kind = others.length === 0 ? null : kindOf(graph.subjectOf(at));
      if (kind !== null) starts[kind].push(...others);
      at = first;
    }
    return line;
  };
  follow(graph.numberOf(tip) ?? -1);
  // Both grow while they are read.
  const hashes: string[] = [];
  for (const start of starts.own) hashes.push(...follow(start));
  const unclear: string[] = [];
  for (const start of starts.unclear) unclear.push(...follow(start));
  return { hashes, unclear };
}
