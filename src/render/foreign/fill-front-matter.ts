import { isScalar, type Scalar, visit } from 'yaml';
import { addKey, replaceValue } from '../../front-matter/key-edits.ts';
import type { FrontMatter, FrontMatterValues } from '../../front-matter/front-matter.ts';
import type { FrontMatterText } from '../../front-matter/front-matter-in.ts';
import { type ReadFrontMatter, readFrontMatter } from '../../front-matter/read-front-matter.ts';
import { type QuoteStyle, yamlKey, yamlLines, yamlScalar } from '../../front-matter/yaml-text.ts';
import { applyEdits, type Edit } from '../../markdown/edit.ts';
import { plainLine } from '../../markdown/plain-text.ts';
import { parseMarkdown } from '../../markdown/processor.ts';
import { readableText } from '../../markdown/readable-text.ts';
import { fillToml } from './fill-toml.ts';
import {
  hasMark,
  type Mark,
  placeAt,
  readMarks,
  splitAtMarks,
  withoutReferenceMarks,
} from './marks.ts';

/** Throws an error about the front matter of a template, and about a place in it, if any. */
export type RefuseFrontMatter = (place: number | null, reason: string) => never;

/** What the numbers in marks stand for. */
export interface MarkedTexts {
  foreign: readonly string[];
  /** Numbered after those. */
  markdown: readonly string[];
}

/**
 * The front matter that a template wrote, with the texts in the places of their marks, as data: in a
 * scalar, with the quotes it needs. Every other byte is the template's.
 *
 * @param values those of the config
 */
export function fillFrontMatter(
  { format, content: marked }: FrontMatterText,
  texts: MarkedTexts,
  refuse: RefuseFrontMatter,
  values: FrontMatterValues,
): FrontMatter {
  const written = readMarks(marked, []);
  const { text: content, marks } = written;
  const refuseAt = (at: number, reason: string): never => refuse(placeAt(written, at), reason);
  const fill = (text: string) =>
    splitAtMarks(text)
      .map((part) => (typeof part === 'string' ? part : dataOf(part, texts)))
      .join('');
  if (format === 'toml') {
    if (Object.keys(values).length > 0)
      refuse(null, 'its front matter is TOML; remove frontMatter from the config, which is YAML');
    return { text: `+++\n${fillToml(content, fill, refuseAt)}+++`, values: null };
  }

  const { frontMatter, problems } = readFrontMatter(content);
  if (problems) {
    const [{ line: at, message } = { line: 1, message: 'not valid' }] = problems;
    const lines = content.split('\n').slice(0, at);
    const line = lines.findLastIndex((one) => one.trim() !== '') + 1;
    const source = lines[line - 1] ?? '';
    const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    const mark = marks.find(({ start }) => start >= from && start < from + source.length);
    refuse(
      mark ? placeAt(written, mark.start) : null,
      `line ${String(line)} of its front matter, “${shown(source)}”: ${shown(message)}`,
    );
  }
  const scalars = scalarEdits(content, frontMatter, fill);
  const others = marks.filter(
    ({ start }) => !scalars.some((edit) => edit.start <= start && start < edit.end),
  );
  const edits = others.map(({ start, end }): Edit => {
    const text = fill(content.slice(start, end));
    return { start, end, text };
  });
  const filled = applyEdits(content, [...scalars, ...edits]);
  const { frontMatter: after } = readFrontMatter(filled);
  if (!after || JSON.stringify(after.values) !== JSON.stringify(filledIn(frontMatter.values, fill)))
    return refuseAt(
      (others[0] ?? marks[0])?.start ?? 0,
      'foreign text is not safe there in front matter',
    );
  return withValues(filled, after.values, values, refuse);
}

/** The front matter with those of the config: they come before its own. */
function withValues(
  filled: string,
  own: FrontMatterValues,
  values: FrontMatterValues,
  refuse: RefuseFrontMatter,
): FrontMatter {
  let content = filled;
  for (const [key, value] of Object.entries(values)) {
    const source = `${yamlLines({ [key]: value }).join('\n')}\n`;
    const change = { content, key, value, source, eol: '\n' };
    const changed = Object.hasOwn(own, key) ? replaceValue(change) : addKey(change, []);
    content =
      changed ??
      refuse(
        null,
        `the config cannot replace ${plainLine(key)} in its front matter, which has a comment or an anchor there`,
      );
  }
  return { text: `---\n${content}---`, values: { ...own, ...values } };
}

/** A text as data: what Markdown says, on one line, of the characters that YAML allows. */
function dataOf({ text: index }: Mark, texts: MarkedTexts): string {
  const { foreign, markdown } = texts;
  const own = markdown[index - foreign.length];
  if (own === undefined)
    return plainLine(foreign[index] ?? '').replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
  return splitAtMarks(plainLine(readableText(parseMarkdown(withoutReferenceMarks(own)))))
    .map((part) => (typeof part === 'string' ? part : dataOf(part, { foreign, markdown: [] })))
    .join('');
}

function scalarEdits(
  content: string,
  { document }: ReadFrontMatter,
  fill: (text: string) => string,
): Edit[] {
  const edits: Edit[] = [];
  visit(document, (role, node) => {
    if (!isScalar(node) || !node.range) return;
    const [start, end] = node.range;
    const source = content.slice(start, end);
    if (!hasMark(source)) return;
    // No text of one line can end a block.
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const write = role === 'key' ? yamlKey : yamlScalar;
    const text = isBlock ? fill(source) : write(fill(String(node.value)), styleOf(node));
    edits.push({ start, end, text });
  });
  return edits;
}

function styleOf({ type }: Scalar): QuoteStyle {
  if (type === 'QUOTE_DOUBLE') return 'double';
  return type === 'QUOTE_SINGLE' ? 'single' : 'plain';
}

function filledIn(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((item) => filledIn(item, fill));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [fill(key), filledIn(inner, fill)]),
  );
}

/** A text for a message, whatever is written for its marks. */
function shown(text: string): string {
  const line = splitAtMarks(text)
    .map((part) => (typeof part === 'string' ? part : '{{…}}'))
    .join('');
  return plainLine(line);
}
