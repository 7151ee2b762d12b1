import runtime from 'handlebars/runtime.js';
import { assemble } from './assemble.ts';
import type { Layout } from './layout.ts';
import { precompiled } from './precompiled.ts';
import type { Template } from './template.ts';

/** A template that the build has compiled, with all its partials; null when any of them is not. */
export function preparedLayout({ file, source, partials }: Template): Layout | null {
  const sources = [source, ...Object.values(partials).map((partial) => partial.source)];
  if (!sources.every((text) => precompiled.has(text))) return null;
  const handlebars = runtime.create();
  const part = (text: string) =>
    handlebars.template<unknown>(precompiled.get(text) as TemplateSpecification);
  const parts = Object.entries(partials).map(
    ([name, partial]) => [name, part(partial.source)] as const,
  );
  return assemble(handlebars, file, part(source), new Map(parts));
}
