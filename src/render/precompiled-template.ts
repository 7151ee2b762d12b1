import runtime from 'handlebars/runtime.js';
import { assembleTemplate } from './assemble-template.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import { precompiled } from './precompiled.ts';

/** One of devreport's own layouts, by its file, if the build has compiled it. */
export async function precompiledTemplate(file: string): Promise<CompiledTemplate | null> {
  if (!Object.hasOwn(precompiled, file)) return null;
  const codes = new Map(await precompiled[file]?.());
  const handlebars = runtime.create();
  const runnables = new Map(
    [...codes].map(([name, code]) => [name, handlebars.template<unknown>(code)] as const),
  );
  const main = runnables.get('');
  runnables.delete('');
  return main ? assembleTemplate(handlebars, file, main, runnables) : null;
}
