import type Handlebars from 'handlebars';
import type { CompiledTemplate } from './compiled-template.ts';
import { helpers } from './helpers.ts';

/** A template or a partial as Handlebars runs it. */
type Runnable = Handlebars.TemplateDelegate<unknown>;

/** Puts a template and its partials together in an environment of their own. */
export function assembleTemplate(
  handlebars: typeof Handlebars,
  file: string,
  main: Runnable,
  partials: ReadonlyMap<string, Runnable>,
): CompiledTemplate {
  handlebars.registerHelper(helpers);
  // `log` would write to the terminal; the others would accept an unknown name as a helper.
  for (const name of ['log', 'helperMissing', 'blockHelperMissing'])
    handlebars.unregisterHelper(name);
  for (const [name, partial] of partials) handlebars.registerPartial(name, partial);
  return { file, write: main, writeIncomplete: partials.get('incomplete') ?? (() => '') };
}
