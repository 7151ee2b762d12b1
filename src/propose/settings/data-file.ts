import { parse, TomlError } from 'smol-toml';
import { readYaml } from '../../config/read-yaml.ts';
import type { ProjectFile } from '../project.ts';
import { isMapping } from './tool-settings.ts';

/**
 * The options in a file of another tool: TOML, YAML or JSON. Of a module, which would have to be run, only
 * the list of types that commitlint allows, as in its YAML. Null when it is invalid: the tool that owns the
 * file reports its errors.
 */
export function readData({ path, text }: ProjectFile): Readonly<Record<string, unknown>> | null {
  if (/\.[cm]?[jt]s$/.test(path)) return moduleOptions(text);
  const value = path.endsWith('.toml') ? readToml(text) : readYaml(text).value;
  return isMapping(value) ? value : null;
}

function readToml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return null;
  }
}

function moduleOptions(text: string): Readonly<Record<string, unknown>> | null {
  const [, list] = /['"]type-enum['"]\s*:\s*\[[^[\]]*\[([^[\]]*)\]/.exec(text) ?? [];
  if (list === undefined) return null;
  const types = [...list.matchAll(/(['"`])([\w-]+)\1/g)].map(([, , type]) => type);
  return { rules: { 'type-enum': [2, 'always', types] } };
}
