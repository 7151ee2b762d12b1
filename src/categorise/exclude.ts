import type { Config } from '../config/schema/schema.ts';
import type { Issue, PullRequest } from '../snapshot/schema.ts';
import { authorMatch, labelMatch, pathMatch, pathsOf, titleMatch } from './match.ts';

/** Why the config leaves an item out of the report. */
export interface Exclusion {
  rule: 'bots' | 'authors' | 'labels' | 'titles' | 'paths';
  /** What it matched: a login, a label, a title, a path. */
  evidence: string;
}

/** Compiles the config's exclusions into a test that gives the reason, or null for an included item. */
export function compileExclusions({
  exclude,
  bots,
}: Config): (item: PullRequest | Issue) => Exclusion | null {
  const authors = authorMatch(exclude.authors);
  const labels = labelMatch(exclude.labels);
  const titles = titleMatch(exclude.titles);
  const paths = pathMatch(exclude.paths);

  return (item) => {
    const { login, type } = item.author;
    if (bots === 'exclude' && type === 'bot' && 'files' in item)
      return { rule: 'bots', evidence: login ?? '' };
    if (login !== null && authors(login) !== null) return { rule: 'authors', evidence: login };
    const label = item.labels.find((name) => labels(name) !== null);
    if (label !== undefined) return { rule: 'labels', evidence: label };
    if (titles(item.title) !== null) return { rule: 'titles', evidence: item.title };
    const files = 'files' in item ? (item.files ?? []) : [];
    // The old path of a rename has to match too: moving a file out of docs/ changes more than docs.
    const all = files.length > 0 && files.flatMap(pathsOf).every((path) => paths(path) !== null);
    return all ? { rule: 'paths', evidence: files[0]?.path ?? '' } : null;
  };
}
