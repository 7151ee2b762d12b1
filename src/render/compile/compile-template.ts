import Handlebars from 'handlebars';
import { viewSchema } from '../../compose/view/view.ts';
import { assembleTemplate } from '../assemble-template.ts';
import type { CompiledTemplate } from '../compiled-template.ts';
import { fillFrontMatter } from '../foreign/fill-front-matter.ts';
import { markOfPlace } from '../foreign/marks.ts';
import { templateInvalid } from '../template-invalid.ts';
import type { Template } from '../template.ts';
import { writtenText } from '../written-text.ts';
import { nameInlinePartials } from './inline-partials.ts';
import { parseTemplate } from './parse-template.ts';
import { templateProblems } from './template-problems.ts';
import { WRITE, writeWithPlaces } from './write-places.ts';

/**
 * Compiles a template and its partials, after checking every name and call in them.
 *
 * @throws {UsageError} `template-invalid`, with file and line, for a template that cannot be parsed,
 *   uses an unknown name, or what reports don't need of Handlebars
 */
export function compileTemplate(template: Template): CompiledTemplate {
  const { file } = template;
  const program = parseTemplate(template, file);
  // Handlebars keeps partials in an object, in which this would be no name.
  const sources = Object.entries(template.partials).filter(([name]) => name !== '__proto__');
  const partials = new Map(
    sources.map(([name, partial]) => [name, parseTemplate(partial, file)] as const),
  );
  checkProblems(program, partials, template);

  for (const part of [program, ...partials.values()]) nameInlinePartials(part);
  const places: string[] = [];
  const placesIn = (name: string) => (line: number) => places.push(`${name}:${String(line)}`) - 1;
  writeWithPlaces(program, placesIn(file));
  for (const [name, partial] of partials)
    writeWithPlaces(partial, placesIn(template.partials[name]?.file ?? name));

  const handlebars = Handlebars.create();
  handlebars.registerHelper(WRITE, (value: unknown, place: number) => {
    const text = writtenText(value);
    if (text === null) throw templateInvalid(file, [`${places[place] ?? file}: not a text`]);
    return markOfPlace(place) + text;
  });
  const compile = (part: hbs.AST.Program) => handlebars.compile<unknown>(part, compileOptions);
  const compiled = new Map([...partials].map(([name, partial]) => [name, compile(partial)]));
  const assembled = assembleTemplate(handlebars, file, compile(program), compiled, places);
  return { ...assembled, fillFrontMatter };
}

// Foreign texts are escaped for the place that their marks are in; Handlebars escapes for HTML.
const compileOptions = { noEscape: true } as const;

function checkProblems(
  program: hbs.AST.Program,
  partials: ReadonlyMap<string, hbs.AST.Program>,
  template: Template,
): void {
  const problems = templateProblems(program, { partials, root: viewSchema });
  if (problems.length === 0) return;
  const fileOf = (partial: string | null) =>
    partial === null ? template.file : (template.partials[partial]?.file ?? partial);
  throw templateInvalid(
    template.file,
    problems.map(({ partial, line, message }) => `${fileOf(partial)}:${String(line)}: ${message}`),
  );
}
