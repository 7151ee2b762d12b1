import type { Bullet } from '../../../report/outline.ts';
import { impossible } from '../text/impossible.ts';
import { type Anatomy, anatomyOf, entryWords } from './anatomy.ts';
import type { Atom, LinkedText } from './atoms.ts';

type Column = 'words' | 'items' | 'people' | null;

/**
 * An entry as a row like another one: its words, references and people in the columns where that has them.
 *
 * @param content of the entry as a list item
 * @throws {UsageError} `action-impossible` where it is more than a phrase, or the table has no words
 */
export function rowLike(
  linked: LinkedText,
  bullet: Bullet,
  target: Bullet,
  content: string,
  name: string,
): string {
  const { node } = bullet;
  const anatomy = anatomyOf(linked, bullet);
  if (!anatomy || (node.type === 'listItem' && node.children.length > 1))
    throw impossible(
      `${name} has more than one paragraph, which a row of a table can't have. Move what is below it first.`,
    );
  const like = anatomyOf(linked, target);
  const columns = like ? columnsOf(like) : [];
  if (!columns.includes('words'))
    throw impossible(
      `The table there has no column for the words of ${name}. Write it there yourself.`,
    );
  const isApart = columns.includes('items') || columns.includes('people');
  const texts: Record<'words' | 'items' | 'people', string> = {
    words: isApart ? withoutColumns(anatomy, columns) : content,
    items: listed(anatomy.items),
    people: listed(anatomy.people),
  };
  const cells = columns.map((column) => (column ? cellText(texts[column]) : ''));
  return `| ${cells.join(' | ')} |`;
}

/** What each cell of a row has: the first one with something else is that of the words. */
export function columnsOf({ cells, words, items, people }: Anatomy): Column[] {
  const isIn = (cell: Anatomy['words']) => (one: Anatomy['words']) =>
    cell.start <= one.start && one.end <= cell.end;
  return cells.map((cell) => {
    if (words.end > words.start && isIn(cell)(words)) return 'words';
    if (items.some(isIn(cell))) return 'items';
    return people.some(isIn(cell)) ? 'people' : null;
  });
}

/** A text for a cell: on one line, without the pipes that would end it. */
export function cellText(text: string): string {
  return oneLine(text).replace(/(?<!\\)\|/g, '\\|');
}

/** The words, and behind them what has no column of its own. */
function withoutColumns(anatomy: Anatomy, columns: readonly Column[]): string {
  const atoms = [
    ...(columns.includes('items') ? [] : anatomy.items),
    ...(columns.includes('people') ? [] : anatomy.people),
  ];
  return [entryWords(anatomy), ...atoms.map(({ markdown }) => markdown)].join(' ');
}

function listed(atoms: readonly Atom[]): string {
  return atoms.map(({ markdown }) => markdown).join(' ');
}

function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.join(' ').trim();
}
