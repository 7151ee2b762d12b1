import Handlebars from 'handlebars';
import { templateInvalid } from '../template-invalid.ts';
import type { TemplateSource } from '../template.ts';
import { tooNestedLine } from './nesting.ts';

/** UTF-16 units. */
const LONGEST = 100_000;

/**
 * Parses a template, or a partial of `main`.
 *
 * @throws {UsageError} `template-invalid`, with file and line
 */
export function parseTemplate({ file, source }: TemplateSource, main: string): hbs.AST.Program {
  const invalid = (line: number, problem: string, cause?: unknown) =>
    templateInvalid(main, [`${file}:${String(line)}: ${problem}`], cause);
  if (source.length > LONGEST) throw invalid(1, `longer than ${String(LONGEST)} characters`);
  const tooDeep = tooNestedLine(source);
  if (tooDeep !== null) throw invalid(tooDeep, 'nested too deep');
  try {
    return Handlebars.parse(source);
  } catch (cause) {
    throw invalid(...syntaxProblem(source, cause), cause);
  }
}

/** The line and the problem. Handlebars throws errors of two kinds; only its parser's begin with a line. */
function syntaxProblem(source: string, error: unknown): [line: number, problem: string] {
  const { message, lineNumber } = error as Error & { lineNumber?: number };
  const [, line, excerpt = ''] = /^Parse error on line (\d+):\n(.*)/.exec(message) ?? [];
  if (line === undefined) {
    // Anything but its own errors is a crash.
    return [lineNumber ?? 1, error instanceof Handlebars.Exception ? message : 'syntax error'];
  }
  if (!message.endsWith("got 'EOF'")) return [Number(line), `syntax error: ${excerpt}`];
  return [source.trimEnd().split('\n').length, 'the template ends inside an unclosed block.'];
}
