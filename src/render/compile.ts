import Handlebars from 'handlebars';
import { viewSchema } from '../compose/view.ts';
import { UsageError } from '../errors.ts';
import { assemble } from './assemble.ts';
import { builtInHelpers, helpers } from './helpers.ts';
import type { Layout } from './layout.ts';
import { unknownNames } from './names.ts';
import type { Template, TemplateSource } from './template.ts';

/**
 * Compiles a template and its partials, after a check of every name in them.
 *
 * @throws {UsageError} `template-invalid`, with file and line, for a template that cannot be parsed
 *   or that names something there is not
 */
export function compileTemplate(template: Template): Layout {
  const program = parse(template);
  const partials = new Map(
    Object.entries(template.partials).map(([name, source]) => [name, parse(source)]),
  );
  checkNames(program, partials, template);

  const handlebars = Handlebars.create();
  const compile = (part: hbs.AST.Program) => handlebars.compile<unknown>(part, compileOptions);
  const compiled = new Map([...partials].map(([name, partial]) => [name, compile(partial)]));
  return assemble(handlebars, template.file, compile(program), compiled);
}

// Texts of the context escape themselves, for Markdown; Handlebars' own escaping is for HTML.
const compileOptions = { noEscape: true } as const;

function parse({ file, source }: TemplateSource): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (cause) {
    throw invalid(file, `${file}:${syntaxProblem(source, cause)}`, cause);
  }
}

/** The line, and what is wrong in it: Handlebars has two kinds of errors, of which one is its parser's. */
function syntaxProblem(source: string, error: unknown): string {
  const { message, lineNumber } = error as Error & { lineNumber?: number };
  const [, line, excerpt = ''] = /^Parse error on line (\d+):\n(.*)/.exec(message) ?? [];
  if (line === undefined) return `${String(lineNumber ?? 1)}: ${message}`;
  if (!message.endsWith("got 'EOF'")) return `${line}: cannot be read: ${excerpt}`;
  return `${String(source.trimEnd().split('\n').length)}: the template ends inside a block that is not closed.`;
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
    unknown
      .map(({ partial, line, message }) => `${fileOf(partial)}:${String(line)}: ${message}`)
      .join('\n  '),
  );
}

function invalid(file: string, problems: string, cause?: unknown): UsageError {
  return new UsageError('template-invalid', `The template ${file} is not valid:\n  ${problems}`, {
    hint: 'docs/templates.md of devreport lists every name and helper.',
    cause,
  });
}
