import { columns, indent, lineEndingAt } from '../../markdown/lines.ts';
import type { Bullet } from '../../report/outline.ts';
import type { TextAnswer } from '../protocol.ts';
import { type Anatomy, anatomyOf } from './entry/anatomy.ts';
import { restBelow } from './entry/joined-content.ts';
import { joinEdits } from './entry/joined.ts';
import type { EditableText, TextEntry } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { linkedText } from './text/linked-text.ts';
import { TextChanges } from './text/text-changes.ts';

/** Joins an entry with another one, whose place they have then; null for the entry above it in its section. */
export function joinEntries(text: EditableText, at: number, other: number | null): TextAnswer {
  const second = text.entryAt(at);
  const first = other === null ? entryAbove(text, second) : text.entryAt(other);
  const names = [text.nameOf(second), text.nameOf(first)] as const;
  if (isInside(first.bullet, second.bullet) || isInside(second.bullet, first.bullet))
    throw impossible(`${names[0]} can't be joined with itself. Choose another entry.`);
  const [base, added] = [anatomyIn(text, first), anatomyIn(text, second)];
  const changes = new TextChanges(text);
  const edits = joinEdits(base, [added]);
  changes.edit(...edits.map((edit) => ({ ...edit, text: inPlace(text, first.bullet, edit.text) })));
  const rest = restBelow(added, second.bullet);
  if (rest !== '') {
    if (first.bullet.node.type !== 'listItem')
      throw impossible(
        `${names[0]} has more than one line, which ${names[1]} can't have below it. Move what is below it first.`,
      );
    const end = first.bullet.end;
    changes.edit({ start: end, end, text: inPlace(text, first.bullet, rest) });
  }
  changes.lists.remove(second.bullet);
  changes.refersTo(first.bullet.node, second.bullet.node);
  return changes.answer(`Joined ${names[0]} with ${names[1]}.`, {
    at: edits[0]?.start ?? base.words.end,
  });
}

/**
 * The anatomy of an entry.
 *
 * @throws {UsageError} `action-impossible` for one that isn't made of words
 */
export function anatomyIn(text: EditableText, entry: TextEntry): Anatomy {
  const anatomy = anatomyOf(linkedText(text, entry), entry.bullet);
  if (anatomy) return anatomy;
  const isHtml = entry.bullet.node.type === 'html';
  throw impossible(
    `${text.nameOf(entry)} ${isHtml ? 'is HTML' : 'does not begin with words'}. Edit it in the source.`,
  );
}

/** Markdown with `\n` as it is written inside of an entry. */
export function inPlace(text: EditableText, bullet: Bullet, markdown: string): string {
  if (!markdown.includes('\n')) return markdown;
  const lead = bullet.prefix.replace(/[^\s>]/g, ' ');
  const width = columns(lead + bullet.marker) - columns(lead);
  return indent(markdown, lead + ' '.repeat(width), lineEndingAt(text.text, bullet.end));
}

function entryAbove({ entries }: EditableText, { bullet }: TextEntry): TextEntry {
  const { section } = bullet.list.block;
  const above = entries.findLast((one) => one.bullet.start < bullet.start);
  if (above?.bullet.list.block.section === section) return above;
  throw impossible(
    `This is the first entry of ${section.title === '' ? 'the report' : section.title}. Choose the entry to join it with.`,
  );
}

function isInside(inner: Bullet, outer: Bullet): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
