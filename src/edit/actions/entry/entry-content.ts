import { parseMarkdown } from '../../../markdown/processor.ts';
import { columns, dedent } from '../../../markdown/lines.ts';
import { spanOf } from '../../../markdown/span.ts';
import type { Bullet } from '../../../report/outline.ts';
import { fits } from '../../../revise/write/fits.ts';
import { impossible } from '../text/impossible.ts';
import type { LinkedText } from './atoms.ts';
import { rowLike } from './row-content.ts';

/**
 * The Markdown of an entry without its marker and indentation, to be written beside another one, or into a
 * new list where that is null: as the item of a list, a row of its table, or the HTML that it is.
 *
 * @param name how messages call it
 * @throws {UsageError} `action-impossible`
 */
export function contentBeside(
  linked: LinkedText,
  bullet: Bullet,
  target: Bullet | null,
  name: string,
): string {
  const { node } = bullet;
  if (!target) return node.type === 'listItem' ? itemContent(linked.text, bullet) : bullet.content;
  if (node.type !== 'listItem' && fits(target, bullet)) return bullet.content;
  if (target.node.type === 'html')
    throw impossible(
      `${name} is Markdown, which is not read inside of the HTML there. Write it there as HTML, and take it out here.`,
    );
  const content = markdownOf(linked.text, bullet, name);
  if (target.node.type === 'paragraph' && node.type === 'listItem' && hasList(bullet))
    throw impossible(
      `${name} has a list inside, and the entries there are paragraphs. Move that list first.`,
    );
  return target.node.type === 'tableRow' ? rowLike(linked, bullet, target, content, name) : content;
}

/** An entry as the content of a list item. */
function markdownOf(text: string, bullet: Bullet, name: string): string {
  const { node } = bullet;
  if (node.type === 'listItem') return itemContent(text, bullet);
  if (node.type === 'paragraph') return bullet.content;
  if (node.type === 'html') return markdownOfHtml(node.value, name);
  const cells = node.children.map(({ children }) => {
    const [start, end] = [children[0], children.at(-1)].map((one) => one && spanOf(one));
    return start && end ? text.slice(start.start, end.end) : '';
  });
  // Only in a table a pipe needs a backslash, even in code.
  return cells
    .filter((cell) => cell !== '')
    .join(' ')
    .replaceAll('\\|', '|');
}

function hasList({ node }: Bullet): boolean {
  return node.type === 'listItem' && node.children.some(({ type }) => type === 'list');
}

/** The content of a list item; out of a quote, without its marks. */
export function itemContent(text: string, { content, prefix, marker, start, end }: Bullet): string {
  const levels = prefix.split('>').length - 1;
  if (levels === 0 || !content.includes('\n')) return content;
  const mark = new RegExp(`^(?:[ \\t]*>){1,${String(levels)}}[ \\t]?`);
  const lines = text.slice(start + marker.length, end).split(/\r\n|\n|\r/);
  const own = prefix.replace(mark, '') + marker;
  return dedent(
    lines.map((line, index) => (index === 0 ? line : line.replace(mark, ''))).join('\n'),
    columns(own),
  );
}

/** What is in an element of a list, if Markdown shows the same. */
function markdownOfHtml(html: string, name: string): string {
  const [, inside = ''] = /^<li\b[^>]*>([^]*)<\/li>\s*$/i.exec(html) ?? [];
  const line = inside.replace(/\s+/g, ' ').trim();
  const [only, ...others] = parseMarkdown(line).children;
  const isSame =
    only?.type === 'paragraph' &&
    others.length === 0 &&
    !line.includes('\\') &&
    only.children.every(({ type }) => type === 'text' || type === 'html' || type === 'link');
  if (isSame) return line;
  throw impossible(
    `${name} is HTML that Markdown would show in another way. Write it there as Markdown, and take it out here.`,
  );
}
