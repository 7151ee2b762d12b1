import { propose } from '../../src/propose/propose.ts';
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
    groups: [],
    labels: [],
    changes: [],
    titles: [],
    spellings: new Map(),
    tried: [],
    month: [],
    ...parts,
  };
}

export function report(text: string, date: string | null = '2017-05-08'): EarlierReport {
  return readEarlierReport({ path: 'report.md', text }, date, server, repository);
}

export function settings(path: string, text: string): ToolSettings | null {
  return readToolSettings({ path, text });
}

export const labeler = (text: string) => ({ labeler: settings('.github/labeler.yml', text) });
export const release = (text: string) => ({ release: settings('.github/release.yml', text) });
export const drafter = (text: string) => ({
  drafter: settings('.github/release-drafter.yml', text),
});
export const codeOwners = (text: string) => ({ codeOwners: { path: 'CODEOWNERS', text } });

/** The sections that are proposed for a project. */
export const sectionsOf = (parts: Partial<Project>) => propose(project(parts)).sections;
export const titlesOf = (parts: Partial<Project>) => sectionsOf(parts).map(({ title }) => title);

/** The same changes, as sections see them. */
export const triedIn = (year: string[][]) =>
  year.map((paths, index) => ({ title: `Change ${index}`, labels: [], paths }));

/** A year of changes: each list of paths as often as its number says. */
export function changes(...counts: [number, string[]][]): string[][] {
  return counts.flatMap(([count, paths]) => Array.from({ length: count }, () => paths));
}
