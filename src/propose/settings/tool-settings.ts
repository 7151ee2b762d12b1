import { readYaml } from '../../config/read-yaml.ts';
import { isPlainName } from '../plain-name.ts';
import type { ProjectFile, ToolSettings } from '../project.ts';

/** The options that a YAML file of another tool sets; null when it is invalid or sets none. */
export function readToolSettings({ path, text }: ProjectFile): ToolSettings | null {
  // The tool that owns the file reports its errors.
  const { value } = readYaml(text);
  return isMapping(value) ? { path, options: value } : null;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a value that is a text or a list of texts, without those that have invisible characters. */
export function stringsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((text) => typeof text === 'string').filter(isPlainName);
}
