import Handlebars from 'handlebars';
import { viewSchema } from '../../compose/view.ts';
import { UsageError } from '../../errors.ts';
import { assembleTemplate } from '../assemble-template.ts';
import type { CompiledTemplate } from '../compiled-template.ts';
import { builtInHelpers, helpers } from '../helpers.ts';
import type { Template, TemplateSource } from '../template.ts';
import { unknownNames } from './unknown-names.ts';

/**
 * Compiles a template and its partials, after checking every name in them.
 *
 * @throws {UsageError} `template-invalid`, with file and line, for a template that cannot be parsed
 *   or uses an unknown name
 */
export function compileTemplate(template: Template): CompiledTemplate {
  const program = parse(template);
  const partials = new Map(
    Object.entries(template.partials).map(([name, source]) => [name, parse(source)]),
  );
  checkNames(program, partials, template);

  const handlebars = Handlebars.create();
  const compile = (part: hbs.AST.Program) => handlebars.compile<unknown>(part, compileOptions);
  const compiled = new Map([...partials].map(([name, partial]) => [name, compile(partial)]));
  return assembleTemplate(handlebars, template.file, compile(program), compiled);
}

// The texts of the context escape themselves for Markdown; Handlebars' own escaping is for HTML.
const compileOptions = { noEscape: true } as const;

function parse({ file, source }: TemplateSource): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (cause) {
    throw invalid(file, [`${file}:${syntaxProblem(source, cause)}`], cause);
  }
}

/** The line and the problem. Handlebars throws errors of two kinds; only its parser's begin with a line. */
function syntaxProblem(source: string, error: unknown): string {
  const { message, lineNumber } = error as Error & { lineNumber?: number };
  const [, line, excerpt = ''] = /^Parse error on line (\d+):\n(.*)/.exec(message) ?? [];
  if (line === undefined) return `${String(lineNumber ?? 1)}: ${message}`;
  if (!message.endsWith("got 'EOF'")) return `${line}: syntax error: ${excerpt}`;
  return `${String(source.trimEnd().split('\n').length)}: the template ends inside an unclosed block.`;
}

function checkNames(
  program: hbs.AST.Program,
  partials: ReadonlyMap<string, hbs.AST.Program>,
  template: Template,
): void {
  const known = [...builtInHelpers, ...Object.keys(helpers)];
  const unknown = unknownNames(program, { partials, helpers: known, root: viewSchema });
  if (unknown.length === 0) return;
  const fileOf = (partial: string | null) =>
    partial === null ? template.file : (template.partials[partial]?.file ?? partial);
  throw invalid(
    template.file,
    unknown.map(({ partial, line, message }) => `${fileOf(partial)}:${String(line)}: ${message}`),
  );
}

function invalid(file: string, details: readonly string[], cause?: unknown): UsageError {
  return new UsageError('template-invalid', `The template ${file} is not valid:`, {
    details,
    hint: 'All names and helpers are listed in docs/templates.md of devreport.',
    cause,
  });
}
