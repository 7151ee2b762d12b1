import type { Settings } from '../known.ts';
import { isPlain, isRecord, textsOf } from './read-settings.ts';

/** What `.github/labeler.yml` says of a label, as far as devreport can say it too. */
export interface LabelRule {
  label: string;
  paths: string[];
  /** Whether every changed file must match. */
  share?: 1;
  /** The globs that take files away. */
  away: string[];
}

interface Glob {
  glob: string;
  /** Whether it must match every file. */
  every: boolean;
}

/**
 * The rules of actions/labeler, in the form of its version 4 (`label: glob`, `any:`, `all:`) and since
 * 5 (`changed-files:` with `any-glob-to-any-file:` and so on). Of the paths only those are taken over
 * that a file may match; a glob that takes files away (`!docs/*`) has no like in devreport.
 */
export function readLabeler({ options }: Settings): LabelRule[] {
  return Object.entries(options).flatMap(([label, rules]): LabelRule[] => {
    // Since version 6 limits stand beside the labels.
    if (!isPlain(label) || !(typeof rules === 'string' || Array.isArray(rules))) return [];
    const all = globsOf(rules, false);
    const globs = all.filter(({ glob }) => isUseful(glob));
    const away = all.map(({ glob }) => glob).filter((glob) => glob.startsWith('!'));
    const some = globs.filter(({ every }) => !every);
    const chosen = some.length > 0 ? some : globs;
    const paths = [...new Set(chosen.map(({ glob }) => glob))];
    const share = some.length === 0 && globs.length > 0 && { share: 1 as const };
    return [{ label, paths, ...share, away: [...new Set(away)] }];
  });
}

function globsOf(rules: unknown, every: boolean): Glob[] {
  if (Array.isArray(rules)) return rules.flatMap((rule) => globsOf(rule, every));
  if (!isRecord(rules)) return textsOf(rules).map((glob) => ({ glob, every }));
  return Object.entries(rules).flatMap(([key, value]) => {
    if (key === 'base-branch' || key === 'head-branch') return [];
    // In version 5 `all` joins conditions; texts in it are of version 4, and must match every file.
    const toAll = key.endsWith('-to-all-files') || (key === 'all' && textsOf(value).length > 0);
    return globsOf(value, every || toAll);
  });
}

/** Not for one that takes away, nor for one that takes everything. */
function isUseful(glob: string): boolean {
  return !glob.startsWith('!') && !/^(?:\*\*\/?)+\*?$/.test(glob);
}
