import { isPlainName } from '../plain-name.ts';
import type { ToolSettings } from '../project.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** When `.github/labeler.yml` adds a label, as rules that devreport has too. */
export interface LabelerRule {
  label: string;
  paths: string[];
  /** Set when every changed file has to match. */
  share?: 1;
  /** Globs like `!docs/*`, which have no equivalent in devreport. */
  negated: string[];
}

interface LabelerGlob {
  glob: string;
  /** Whether every changed file has to match it. */
  every: boolean;
}

/**
 * The rules of actions/labeler, in the form of version 4 (`label: glob`, `any:`, `all:`) and of
 * version 5 (`changed-files:` with `any-glob-to-any-file:` and so on). Globs that one file may match
 * go before globs that every file must match: a section can't have both.
 */
export function readLabeler({ options }: ToolSettings): LabelerRule[] {
  return Object.entries(options).flatMap(([label, rules]): LabelerRule[] => {
    // Since version 6, limits are keys beside the labels.
    if (!isPlainName(label) || !(typeof rules === 'string' || Array.isArray(rules))) return [];
    const all = globsOf(rules, false);
    const globs = all.filter(({ glob }) => isUseful(glob));
    const negated = all.map(({ glob }) => glob).filter((glob) => glob.startsWith('!'));
    const some = globs.filter(({ every }) => !every);
    const chosen = some.length > 0 ? some : globs;
    const paths = [...new Set(chosen.map(({ glob }) => glob))];
    const share = some.length === 0 && globs.length > 0 && { share: 1 as const };
    return [{ label, paths, ...share, negated: [...new Set(negated)] }];
  });
}

function globsOf(rules: unknown, every: boolean): LabelerGlob[] {
  if (Array.isArray(rules)) return rules.flatMap((rule) => globsOf(rule, every));
  if (!isMapping(rules)) return stringsIn(rules).map((glob) => ({ glob, every }));
  return Object.entries(rules).flatMap(([key, value]) => {
    if (key === 'base-branch' || key === 'head-branch') return [];
    // In version 5 `all` joins conditions; texts in it are of version 4, and must match every file.
    const toAll = key.endsWith('-to-all-files') || (key === 'all' && stringsIn(value).length > 0);
    return globsOf(value, every || toAll);
  });
}

/** False for a negated glob, and for one that matches everything. */
function isUseful(glob: string): boolean {
  return !glob.startsWith('!') && !/^(?:\*\*\/?)+\*?$/.test(glob);
}
