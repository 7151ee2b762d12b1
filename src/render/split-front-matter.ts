import {
  type FrontMatter,
  type FrontMatterValues,
  frontMatterWith,
} from '../front-matter/front-matter.ts';
import { frontMatterIn } from '../front-matter/front-matter-in.ts';
import type { CompiledTemplate } from './compiled-template.ts';
import type { RefuseFrontMatter } from './foreign/fill-front-matter.ts';
import { markOf, replaceMarkdown, splitAtMarks } from './foreign/marks.ts';

interface SplitText {
  /** Filled in. */
  frontMatter: FrontMatter | null;
  /** What is below it, still with marks. */
  body: string;
}

/**
 * Takes the front matter off what a template wrote. Markdown in it is data, which can't end it.
 *
 * @param foreign the texts by the numbers in their marks
 * @param values those of the config, which come before the template's
 */
export function splitFrontMatter(
  written: string,
  foreign: readonly string[],
  { fillFrontMatter, file }: CompiledTemplate,
  refuse: RefuseFrontMatter,
  values: FrontMatterValues,
): SplitText {
  const none = { frontMatter: frontMatterWith(values), body: written };
  // A value that is empty leaves the mark of its place.
  const start = written.replace(/^(?:\s|\uE002\d+\uE003)+/, '');
  if (!/^(?:---|\+\+\+)[ \t]*\r?\n/.test(start)) return none;
  const markdown: string[] = [];
  const numbered = replaceMarkdown(start, (text) =>
    markOf(foreign.length + markdown.push(text) - 1),
  );
  const marked = frontMatterIn(numbered);
  if (!marked) return none;
  if (!fillFrontMatter) throw new Error(`${file} is not compiled to write front matter`);
  const frontMatter = fillFrontMatter(marked, { foreign, markdown }, refuse, values);
  const body = splitAtMarks(numbered.slice(marked.text.length)).map((part) =>
    typeof part === 'string' ? part : (markdown[part.text - foreign.length] ?? markOf(part.text)),
  );
  return { frontMatter, body: body.join('') };
}
