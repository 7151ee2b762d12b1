import type { Project, ToolSettings } from '../../src/propose/project.ts';
import { type EarlierReport, readEarlierReport } from '../../src/propose/reports/earlier-report.ts';
import { readToolSettings } from '../../src/propose/settings/tool-settings.ts';

const server = 'https://github.com';
const repository = 'linuxkit/linuxkit';

/** A project that has nothing but what a test gives it. */
export function project(parts: Partial<Project> = {}): Project {
  return {
    repository,
    server,
    reports: [],
    pulls: [],
    labeler: null,
    release: null,
    drafter: null,
    codeOwners: null,
    labels: [],
    changes: [],
    ...parts,
  };
}

export function report(text: string, date: string | null = '2017-05-08'): EarlierReport {
  return readEarlierReport({ path: 'report.md', text }, date, server, repository);
}

export function settings(path: string, text: string): ToolSettings | null {
  return readToolSettings({ path, text });
}

/** A year of changes: each list of paths as often as its number says. */
export function changes(...counts: [number, string[]][]): string[][] {
  return counts.flatMap(([count, paths]) => Array.from({ length: count }, () => paths));
}
