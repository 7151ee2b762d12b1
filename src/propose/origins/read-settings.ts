import { parse } from 'yaml';
import { plainText } from '../../markdown/plain-text.ts';
import type { Settings, SettingsFile } from '../known.ts';

/** What a YAML file of another tool sets; null when it is not YAML, or sets nothing. */
export function readSettings({ path, text }: SettingsFile): Settings | null {
  const value = parseYaml(text);
  return isRecord(value) ? { path, options: value } : null;
}

function parseYaml(text: string): unknown {
  try {
    // Aliases of aliases can blow a few lines up into gigabytes. Warnings would reach the terminal.
    return parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch {
    // Not ours to complain about: its own tool does.
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a value that is a text or a list of them. */
export function textsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((text) => typeof text === 'string').filter(isPlain);
}

/** Whether a name is what it looks like: in a config it must stand as it is. */
export function isPlain(text: string): boolean {
  return text !== '' && plainText(text) === text;
}
