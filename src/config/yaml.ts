import { UsageError } from '../errors.ts';
import { parseConfig } from './config.ts';
import type { ConfigIssue } from './config-issue.ts';
import { choosesSections } from './references.ts';
import { readYaml, type YamlProblem } from './read-yaml.ts';
import type { Config } from './schema/schema.ts';

/**
 * A config from YAML. `file` is its name in errors.
 *
 * @throws {UsageError} `config-invalid`, with the line of each mistake
 */
export function parseYamlConfig(text: string, file: string): Config {
  return readYamlConfig(text, file).config;
}

export interface YamlConfig {
  config: Config;
  /** Whether it chooses sections itself. */
  hasSections: boolean;
  /** Where each option at the top that it has begins: lines, from 1. */
  lines: Readonly<Record<string, number>>;
}

/** As `parseYamlConfig`, with what the file itself says. */
export function readYamlConfig(text: string, file: string): YamlConfig {
  const { value, lineOf, problems } = readYaml(text);
  if (problems) throw invalid(file, problems);
  const { config, issues } = parseConfig(value);
  if (config) {
    const options = Object.keys(value ?? {});
    const lines = Object.fromEntries(options.map((option) => [option, lineOf([option])]));
    return { config, hasSections: choosesSections(value), lines };
  }
  const located = issues.map((issue) => ({
    line: lineOf(issue.path),
    message: `${pathPrefix(issue)}${issue.message}`,
  }));
  throw invalid(
    file,
    located.sort((a, b) => a.line - b.line),
  );
}

/** `sections[0].titles[1]: ` */
function pathPrefix({ path }: ConfigIssue): string {
  const text = path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '' : `${text}: `;
}

/** One mistake can make every line of a long file wrong. */
const MOST_SHOWN = 50;

function invalid(file: string, problems: readonly YamlProblem[]): UsageError {
  const more = problems.length - MOST_SHOWN;
  return new UsageError('config-invalid', `Config ${file} is invalid:`, {
    details: [
      ...problems
        .slice(0, MOST_SHOWN)
        .map(({ line, message }) => `${file}:${String(line)}: ${message}`),
      ...(more > 0 ? [`and ${String(more)} more`] : []),
    ],
    hint: 'docs/config.md of devreport lists all options.',
  });
}
