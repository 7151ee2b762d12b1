import type Handlebars from 'handlebars';
import { helpers } from './helpers.ts';
import type { Layout } from './layout.ts';

/** A part of a template as Handlebars runs it. */
type Part = Handlebars.TemplateDelegate<unknown>;

/** Puts a template and its partials together in an environment of their own. */
export function assemble(
  handlebars: typeof Handlebars,
  file: string,
  main: Part,
  partials: ReadonlyMap<string, Part>,
): Layout {
  handlebars.registerHelper(helpers);
  // `log` would reach the terminal; the others let a name that is not there pass as a helper.
  for (const name of ['log', 'helperMissing', 'blockHelperMissing'])
    handlebars.unregisterHelper(name);
  for (const [name, partial] of partials) handlebars.registerPartial(name, partial);
  return { file, write: main, writeIncomplete: partials.get('incomplete') ?? (() => '') };
}
