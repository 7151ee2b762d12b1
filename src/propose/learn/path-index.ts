import { pathsOf } from '../../categorise/match.ts';
import type { PullRequest } from '../../snapshot/schema.ts';
import { fileGlob, folderGlob } from '../glob.ts';

/** A glob that could be a rule. */
export interface Candidate {
  glob: string;
  /** Folders at the top tell the most, then files there, then what lies deeper. */
  narrowness: number;
  /** Which examples it matches. */
  matches: number[];
  /** How many of their files. */
  files: number;
}

const DEEPEST = 3;
/** What few changed tells little, and every candidate is tried in many orders. */
const MOST = 1_000;

/** The folders and files at the top that the examples changed, as far as at least so many did; those preferred come first. */
export function pathCandidates(pulls: readonly PullRequest[], least: number): Candidate[] {
  const found = new Map<string, Candidate>();
  pulls.forEach(({ files }, index) => {
    for (const path of (files ?? []).flatMap(pathsOf)) {
      for (const { glob, narrowness } of globsOf(path)) {
        const candidate = found.get(glob) ?? { glob, narrowness, matches: [], files: 0 };
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
    .sort((a, b) => a.narrowness - b.narrowness || b.files - a.files || (a.glob < b.glob ? -1 : 1));
}

function globsOf(path: string): Pick<Candidate, 'glob' | 'narrowness'>[] {
  const parts = path.split('/');
  if (parts.length === 1) return [{ glob: fileGlob(path), narrowness: 1.5 }];
  return parts.slice(0, Math.min(DEEPEST, parts.length - 1)).map((_, index) => ({
    glob: folderGlob(parts.slice(0, index + 1).join('/')),
    narrowness: index + 1,
  }));
}
