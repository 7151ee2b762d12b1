import type Handlebars from 'handlebars';
import type { CompiledTemplate } from './compiled-template.ts';
import { helpers } from './helpers.ts';
import { inlineName, withoutLastLineEnding } from './inline-partial.ts';
import { OutputLimit } from './output-limit.ts';

/** A template or a partial as Handlebars runs it. */
type Runnable = Handlebars.TemplateDelegate<unknown>;

/** What Handlebars passes to a block helper. */
type BlockOptions = Handlebars.HelperOptions;

/**
 * Puts a template and its partials together in an environment of their own.
 *
 * @param places those that the marks in them name
 */
export function assembleTemplate(
  handlebars: typeof Handlebars,
  file: string,
  main: Runnable,
  partials: ReadonlyMap<string, Runnable>,
  places: readonly string[] = [],
): CompiledTemplate {
  const limit = new OutputLimit(file);
  const each = handlebars.helpers['each'];
  handlebars.registerHelper(helpers);
  handlebars.registerHelper('each', function (this: unknown, list, options: BlockOptions) {
    return each?.call(this, list, { ...options, fn: limit.counted(options.fn) }) as string;
  });
  // `log` would write to the terminal; the others would accept an unknown name as a helper.
  for (const name of ['log', 'helperMissing', 'blockHelperMissing'])
    handlebars.unregisterHelper(name);
  for (const [name, partial] of partials) {
    const counted = limit.counted(partial);
    handlebars.registerPartial(name, counted);
    handlebars.registerPartial(inlineName(name), (context: unknown, options) =>
      withoutLastLineEnding(counted(context, options)),
    );
  }
  const write = (template: Runnable) => limit.main((context) => template(context, ownNames));
  return {
    file,
    write: write(main),
    writeIncomplete: write(partials.get('incomplete') ?? (() => '')),
    fillFrontMatter: null,
    places,
  };
}

/** Names that a value inherits, like `constructor`, are as missing as any other, without a log. */
const ownNames = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };
