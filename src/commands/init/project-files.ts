import { join } from 'node:path';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import type { ProjectFile, ToolSettings } from '../../propose/project.ts';
import { type EarlierReport, readEarlierReport } from '../../propose/reports/earlier-report.ts';
import { readToolSettings } from '../../propose/settings/tool-settings.ts';

/** The Markdown files of a folder, ordered by name: oldest first when the names begin with dates. */
export function readReports(
  folder: string,
  within: string | null,
  server: string,
  repository: string | null,
): EarlierReport[] {
  const files = listOptional(folder, within).filter((file) => /(?<!^readme)\.md$/i.test(file));
  return files.map((file) => {
    const text = readOptional(join(folder, file), within) ?? '';
    return readEarlierReport({ path: file, text }, dateIn(file), server, repository);
  });
}

function dateIn(file: string): string | null {
  const [date] = /^\d{4}-\d{2}-\d{2}/.exec(file) ?? [];
  return date === undefined || Number.isNaN(Date.parse(date)) ? null : date;
}

/** The settings in `.github/NAME.yml` or `.yaml`; null when missing or unusable. Adds a line to `log`. */
export function readToolFile(root: string, name: string, log: string[]): ToolSettings | null {
  const paths = ['yml', 'yaml'].map((extension) => `.github/${name}.${extension}`);
  const file = firstOf(root, paths);
  if (!file) return null;
  const settings = readToolSettings(file);
  log.push(settings ? `Read ${file.path}.` : `Skipped ${file.path}: invalid YAML, or no options.`);
  return settings;
}

/** Where GitHub looks for it, in its order. */
const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export function readCodeOwners(root: string, log: string[]): ProjectFile | null {
  const file = firstOf(root, CODE_OWNERS);
  if (file) log.push(`Read ${file.path}.`);
  return file;
}

function firstOf(root: string, paths: readonly string[]): ProjectFile | null {
  for (const path of paths) {
    const text = readOptional(join(root, path), root);
    if (text !== null) return { path, text };
  }
  return null;
}
