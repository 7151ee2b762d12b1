import Handlebars from 'handlebars';
import { viewSchema, type View } from '../compose/view.ts';
import { UsageError } from '../errors.ts';
import { formatMarkdown } from '../markdown/processor.ts';
import { toContext } from './context.ts';
import { builtInHelpers, helpers } from './helpers.ts';
import { unknownNames } from './names.ts';
import type { Template, TemplateSource } from './template.ts';

/**
 * The view in the words of a template, as Markdown in devreport's one style.
 *
 * @throws {UsageError} `template-invalid`, with file and line, for a template that cannot be parsed
 *   or that names something there is not
 */
export function render(view: View, template: Template): string {
  const handlebars = Handlebars.create();
  const program = parse(template);
  const partials = new Map(
    Object.entries(template.partials).map(([name, source]) => [name, parse(source)]),
  );
  checkNames(program, partials, template);

  handlebars.registerHelper(helpers);
  for (const name of ['log', 'helperMissing', 'blockHelperMissing'])
    handlebars.unregisterHelper(name);
  for (const [name, partial] of partials)
    handlebars.registerPartial(name, handlebars.compile(partial, options));
  const write = handlebars.compile(program, options);
  return formatMarkdown(write(toContext(view)));
}

// Texts of the context escape themselves, for Markdown; Handlebars' own escaping is for HTML.
const options = { noEscape: true } as const;

function parse({ file, source }: TemplateSource): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (cause) {
    throw invalid(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
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
    hint: 'docs/templates.md in the devreport package lists every name and helper.',
    cause,
  });
}
