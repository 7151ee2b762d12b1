import { LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../errors.ts';
import { parseConfig } from './config.ts';
import type { ConfigIssue } from './config-issue.ts';
import type { Config } from './schema/schema.ts';

/**
 * A config from YAML. `file` is its name in errors.
 *
 * @throws {UsageError} `config-invalid`, with the line of each mistake
 */
export function parseYamlConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const lineOf = (offset: number) => lines.linePos(offset).line;

  const broken = document.errors.map(
    (error) => `${file}:${String(lineOf(error.pos[0]))}: ${error.message}`,
  );
  if (broken.length > 0) throw invalid(file, broken);

  const { config, issues } = parseConfig(toValue(document, file));
  if (config) return config;
  const located = issues.map((issue) => ({ issue, line: lineOf(offsetOf(document, issue)) }));
  throw invalid(
    file,
    located
      .sort((a, b) => a.line - b.line)
      .map(({ issue, line }) => `${file}:${String(line)}: ${pathPrefix(issue)}${issue.message}`),
  );
}

function toValue(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    // Nested aliases can expand a few lines to gigabytes.
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw invalid(
      file,
      [`${file}: ${cause instanceof Error ? cause.message : String(cause)}`],
      cause,
    );
  }
}

/** The offset of the value at the path, or of the innermost value around it that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, { path }: ConfigIssue): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, ...number[]] } | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** `sections[0].titles[1]: ` */
function pathPrefix({ path }: ConfigIssue): string {
  const text = path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '' : `${text}: `;
}

function invalid(file: string, problems: readonly string[], cause?: unknown): UsageError {
  return new UsageError('config-invalid', `Config ${file} is invalid:`, {
    details: problems,
    hint: 'docs/config.md of devreport lists all options.',
    cause,
  });
}
