import type { Known, Settings } from '../../src/propose/known.ts';
import { readSettings } from '../../src/propose/origins/read-settings.ts';

/** A repository of which nothing is known but what a test says. */
export function known(parts: Partial<Known> = {}): Known {
  return {
    repository: 'linuxkit/linuxkit',
    server: 'https://github.com',
    reports: [],
    pulls: [],
    labeler: null,
    release: null,
    drafter: null,
    owners: null,
    labels: [],
    changes: [],
    ...parts,
  };
}

export function settings(path: string, text: string): Settings | null {
  return readSettings({ path, text });
}

/** Changes of a year: each path list as often as its number says. */
export function changes(...counts: [number, string[]][]): string[][] {
  return counts.flatMap(([count, paths]) => Array.from({ length: count }, () => paths));
}
