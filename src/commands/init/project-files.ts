import { join } from 'node:path';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import type { EarlierReport, Settings, SettingsFile } from '../../propose/known.ts';
import { readSettings } from '../../propose/origins/read-settings.ts';

/** The Markdown files of a folder, the oldest first as far as their names begin with a date. */
export async function readReports(folder: string): Promise<EarlierReport[]> {
  const files = (await listOptional(folder)).filter((file) => /(?<!^readme)\.md$/i.test(file));
  return Promise.all(
    files.map(async (file) => ({
      date: dateIn(file),
      text: (await readOptional(join(folder, file))) ?? '',
    })),
  );
}

function dateIn(file: string): string | null {
  const [date] = /^\d{4}-\d{2}-\d{2}/.exec(file) ?? [];
  return date === undefined || Number.isNaN(Date.parse(date)) ? null : date;
}

/** What `.github/NAME.yml` sets, if it is there; `log` is told. */
export async function readYaml(
  root: string,
  name: string,
  log: string[],
): Promise<Settings | null> {
  const paths = ['yml', 'yaml'].map((extension) => `.github/${name}.${extension}`);
  const file = await firstOf(root, paths);
  if (!file) return null;
  const settings = readSettings(file);
  log.push(settings ? `Read ${file.path}.` : `Left out ${file.path}: it is no YAML, or empty.`);
  return settings;
}

/** Where GitHub looks for it, in its order. */
const OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export async function readOwners(root: string, log: string[]): Promise<SettingsFile | null> {
  const file = await firstOf(root, OWNERS);
  if (file) log.push(`Read ${file.path}.`);
  return file;
}

async function firstOf(root: string, paths: readonly string[]): Promise<SettingsFile | null> {
  for (const path of paths) {
    const text = await readOptional(join(root, path));
    if (text !== null) return { path, text };
  }
  return null;
}
