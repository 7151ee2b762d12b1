import type { FilePattern } from './file-pattern.ts';
import type { MatchedValues } from './file-segment.ts';
import { matchName } from './match-path.ts';

/** A path that a pattern describes, from where the pattern starts, and the values in it. */
export interface FoundPath {
  path: string;
  values: MatchedValues;
}

/**
 * The paths that a pattern describes, in the order of their folders. Yields the folders whose names it
 * needs to go on, and takes a list of names for each: only what can have such a path, and empty for the
 * start. Git's own files are never among them.
 */
export function* findPaths({
  segments,
}: FilePattern): Generator<readonly string[], FoundPath[], readonly (readonly string[])[]> {
  let found: FoundPath[] = [{ path: '', values: {} }];
  for (const [index, segment] of segments.entries()) {
    if (segment.names.length === 0 && index < segments.length - 1) {
      found = found.map((one) => ({ ...one, path: below(one.path, segment.source) }));
      continue;
    }
    const listed = yield found.map(({ path }) => path);
    found = found.flatMap((around, at) =>
      (listed[at] ?? []).flatMap((name) => {
        const values = /^\.git$/i.test(name) ? null : matchName(segment, name, around.values);
        return values ? [{ path: below(around.path, name), values }] : [];
      }),
    );
  }
  return found;
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
