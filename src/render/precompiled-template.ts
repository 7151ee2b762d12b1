import runtime from 'handlebars/runtime.js';
import { assembleTemplate } from './assemble-template.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import { precompiled } from './precompiled.ts';
import type { Template } from './template.ts';

/** A layout that the build has compiled; null for any other template, and for one that has changed since. */
export async function precompiledTemplate({
  file,
  source,
  partials,
}: Template): Promise<CompiledTemplate | null> {
  const parts = Object.hasOwn(precompiled, file) ? await precompiled[file]?.() : undefined;
  const main = parts?.get('');
  if (!parts || main?.source !== source) return null;
  const own = [...parts].filter(([name]) => name !== '');
  if (own.some(([name, part]) => partials[name]?.source !== part.source)) return null;
  const handlebars = runtime.create();
  const runnables = own.map(
    ([name, { code }]) => [name, handlebars.template<unknown>(code)] as const,
  );
  return assembleTemplate(
    handlebars,
    file,
    handlebars.template<unknown>(main.code),
    new Map(runnables),
  );
}
