import type { DraftGroup } from '../../../report/draft/draft.ts';
import type { Bullet, BulletList } from '../../../report/outline.ts';
import { sectionAt, type ReportSection } from '../../../report/sections.ts';
import { endOfEntries } from '../../../revise/write/section-end.ts';
import type { EditableText } from './editable-text.ts';
import { impossible } from './impossible.ts';

/** Beside an item, row or paragraph. */
export interface PlaceBeside {
  beside: Bullet;
  side: 'above' | 'below';
  /** The runs of the draft that it and the new entry belong to, where blank lines make groups of a list. */
  runs?: { beside: DraftGroup | null; own: DraftGroup | null };
}

/** Where an entry goes: beside another one, or as a list of its own before the block with an index. */
export type Place = PlaceBeside | { before: number };

/**
 * The section with a path.
 *
 * @throws {UsageError} `action-impossible`
 */
export function sectionOf({ report }: EditableText, path: string): ReportSection {
  const section = sectionAt(report.sections, path);
  if (section) return section;
  throw impossible(`There is no section “${path}” any more. Choose another one.`);
}

/** The end of the entries of a section. */
export function endOf(text: EditableText, section: ReportSection): Place {
  const list = listsIn(text, section).at(-1);
  const last = list?.items.at(-1);
  return last ? { beside: last, side: 'below' } : emptyPlace(text, section);
}

/** Above the first entry of a section. */
export function beginningOf(text: EditableText, section: ReportSection): Place {
  const [list] = listsIn(text, section);
  const [first] = list?.items ?? [];
  return first ? { beside: first, side: 'above' } : emptyPlace(text, section);
}

function emptyPlace({ report }: EditableText, section: ReportSection): Place {
  const recordAt = report.record?.start ?? report.text.length;
  return { before: endOfEntries({ report, recordAt }, section) };
}

/** The lists of a section that are in no other: those with entries, else any. A table without is one of numbers. */
function listsIn({ report, entries, groups }: EditableText, section: ReportSection): BulletList[] {
  const isHere = (bullet: Bullet) => bullet.list.block.section === section;
  const own = entries.map(({ bullet }) => bullet).filter(isHere);
  const filled = new Set(
    own.filter(({ node }) => node.type !== 'paragraph').map((bullet) => outermost(bullet).list),
  );
  if (filled.size > 0) {
    // Rather than below the words that lead some of the entries in.
    const free = [...filled].filter(({ items }) => items[0] && !groups.around(items[0]));
    return free.length > 0 ? free : [...filled];
  }
  if (own.length > 0) return own.map(({ list }) => list);
  const others = report.bullets.filter(
    (bullet) => isHere(bullet) && bullet.node.type !== 'tableRow',
  );
  return [...new Set(others.map((bullet) => outermost(bullet).list))];
}

function outermost(bullet: Bullet): Bullet {
  return bullet.outer ? outermost(bullet.outer) : bullet;
}
