import { applyEdits } from '../../../markdown/edit.ts';
import { columns, dedent } from '../../../markdown/lines.ts';
import type { Bullet } from '../../../report/outline.ts';
import { type Anatomy, anatomyOf } from './anatomy.ts';
import type { LinkedText } from './atoms.ts';
import { itemContent } from './entry-content.ts';
import { joinEdits } from './joined.ts';

/** The content of the first of some entries once the others are joined with it; null where they can't be. */
export function joinedContent(
  entries: readonly { bullet: Bullet; linked: LinkedText }[],
): string | null {
  const anatomies = entries.flatMap(({ bullet, linked }) => anatomyOf(linked, bullet) ?? []);
  const [first, ...others] = anatomies;
  const bullet = entries[0]?.bullet;
  if (!first || !bullet || anatomies.length < entries.length) return null;
  const edits = joinEdits(first, others).map((edit) => ({
    ...edit,
    start: edit.start - bullet.start,
    end: edit.end - bullet.start,
  }));
  const written = applyEdits(first.text.slice(bullet.start, bullet.end), edits);
  const rests = others.map((one, index) => {
    const own = entries[index + 1]?.bullet;
    return own ? restBelow(one, own) : '';
  });
  const content = dedent(
    written.slice(bullet.marker.length),
    columns(bullet.prefix + bullet.marker),
  );
  return content + rests.join('');
}

/** What is below the first paragraph of a list item, with the line endings above it, without indentation. */
export function restBelow({ text, end }: Anatomy, bullet: Bullet): string {
  if (bullet.node.type !== 'listItem' || end >= bullet.end) return '';
  const lines = text.slice(end, bullet.end).split(/\r\n|\n|\r/).length - 1;
  return lines === 0 ? '' : `\n${itemContent(text, bullet).split('\n').slice(-lines).join('\n')}`;
}
