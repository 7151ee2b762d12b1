import runtime from 'handlebars/runtime.js';
import { assembleTemplate } from './assemble-template.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import { precompiled } from './precompiled.ts';
import type { Template } from './template.ts';

/** A template that the build has compiled, with all its partials; null when it compiled only some. */
export function precompiledTemplate({ file, source, partials }: Template): CompiledTemplate | null {
  const sources = [source, ...Object.values(partials).map((partial) => partial.source)];
  if (!sources.every((text) => precompiled.has(text))) return null;
  const handlebars = runtime.create();
  const runnable = (text: string) =>
    handlebars.template<unknown>(precompiled.get(text) as TemplateSpecification);
  const runnables = Object.entries(partials).map(
    ([name, partial]) => [name, runnable(partial.source)] as const,
  );
  return assembleTemplate(handlebars, file, runnable(source), new Map(runnables));
}
