import type { MergedPull } from '../project.ts';
import { pathsOf } from '../../categorise/match.ts';
import { parsePathGlob } from '../../pattern/path-glob.ts';
import { isGeneratedPath } from '../generated-path.ts';
import { fileGlob, folderGlob } from '../glob.ts';

/** A glob that could become a rule. */
export interface GlobCandidate {
  glob: string;
  /** Lower is preferred: folders at the top, then files there, then deeper folders. */
  complexity: number;
  /** The indexes of the pull requests it matches. */
  matches: number[];
  /** How many of their files it matches. */
  files: number;
}

const DEEPEST = 3;
/** Every candidate is tried in many orders, and those that few pull requests changed matter little. */
const MOST = 1_000;

/**
 * Globs for the folders, and for the files at the top, that at least so many pull requests changed;
 * the preferred ones first.
 */
export function globCandidates(pulls: readonly MergedPull[], least: number): GlobCandidate[] {
  const found = new Map<string, GlobCandidate>();
  pulls.forEach(({ files }, index) => {
    for (const path of (files ?? []).flatMap(pathsOf)) {
      if (isGeneratedPath(path)) continue;
      for (const { glob, complexity } of globsOf(path)) {
        const candidate = found.get(glob) ?? { glob, complexity, matches: [], files: 0 };
        found.set(glob, candidate);
        candidate.files += 1;
        if (candidate.matches.at(-1) !== index) candidate.matches.push(index);
      }
    }
  });
  return [...found.values()]
    .filter(({ matches }) => matches.length >= least)
    .sort((a, b) => b.matches.length - a.matches.length)
    .slice(0, MOST)
    .filter(({ glob }) => parsePathGlob(glob).matches)
    .sort((a, b) => a.complexity - b.complexity || b.files - a.files || (a.glob < b.glob ? -1 : 1));
}

function globsOf(path: string): Pick<GlobCandidate, 'glob' | 'complexity'>[] {
  const parts = path.split('/');
  if (parts.length === 1) return [{ glob: fileGlob(path), complexity: 1.5 }];
  return parts.slice(0, Math.min(DEEPEST, parts.length - 1)).map((_, index) => ({
    glob: folderGlob(parts.slice(0, index + 1).join('/')),
    complexity: index + 1,
  }));
}
