import { escapeMarkdown } from '../../../markdown/escape.ts';
import type { Bullet } from '../../../report/outline.ts';
import type { ReportSection } from '../../../report/sections.ts';
import type { NewDefinition } from '../../../revise/write/definitions/definition-block.ts';
import { type Anatomy, anatomyOf } from '../entry/anatomy.ts';
import { openingOf } from '../entry/joined.ts';
import { columnsOf } from '../entry/row-content.ts';
import type { EditableText } from '../text/editable-text.ts';
import { impossible } from '../text/impossible.ts';
import { itemLinkIn, personLinkIn } from '../text/link-style.ts';
import { linkedText } from '../text/linked-text.ts';

/** The entry of an item without a draft, in the style of the others. */
export interface EntryFromFacts {
  content: string;
  definitions: NewDefinition[];
  /** The entry whose form it has. */
  like: Bullet;
}

/**
 * @param section where it goes: the style is that of its entries, if it has any
 * @throws {UsageError} `action-impossible` without facts about the item
 */
export function entryFromFacts(
  text: EditableText,
  item: string,
  section: ReportSection | null,
): EntryFromFacts {
  const fact = text.facts.get(item);
  const model = modelIn(text, section);
  if (!fact || !model)
    throw impossible(
      `Nothing is known about ${text.labelOf(item)}. Write its entry in the source.`,
    );
  const { anatomy, bullet } = model;
  const link = itemLinkIn(text, item);
  // Where the others thank nobody, neither does this one.
  const people = anatomy.people.length > 0 ? fact.people : [];
  const credits = people.map(({ login, name }) =>
    login === null
      ? { markdown: escapeMarkdown(name), definition: null }
      : personLinkIn(text, login),
  );
  const comma = credits.some((_, index) => people[index]?.login === null) ? ', ' : ' ';
  const parts = {
    words: escapeMarkdown(fact.title),
    items: link.markdown,
    people: credits.map(({ markdown }) => markdown).join(comma),
  };
  return {
    content: written(anatomy, parts),
    definitions: [link, ...credits].flatMap(({ definition }) => definition ?? []),
    like: bullet,
  };
}

type Parts = Record<'words' | 'items' | 'people', string>;

function written(anatomy: Anatomy, parts: Parts): string {
  const { text, words, items, cells, end } = anatomy;
  if (cells.length > 0) {
    const columns = columnsOf(anatomy).map((column) => (column ? parts[column] : ''));
    return `| ${columns.join(' | ')} |`;
  }
  const isInFront = (items[0]?.start ?? words.end) < words.start;
  const last = [...items, ...anatomy.people].findLast(({ start }) => start >= words.end);
  const closing = text.slice(last?.end ?? words.end, end);
  const { open, between } = openingOf(anatomy) ?? { open: ' ', between: ' ' };
  const behind = (isInFront ? [parts.people] : [parts.items, parts.people]).filter(
    (one) => one !== '',
  );
  const tail = behind.length > 0 ? open + behind.join(between) : '';
  return `${isInFront ? `${parts.items} ` : ''}${parts.words}${tail}${closing}`;
}

/** An entry to write others like: with people where there is one, rather of the section. */
function modelIn(
  text: EditableText,
  section: ReportSection | null,
): { anatomy: Anatomy; bullet: Bullet } | null {
  const here = text.entries.filter(({ bullet }) => bullet.list.block.section === section);
  let found: { anatomy: Anatomy; bullet: Bullet } | null = null;
  for (const entry of [...here, ...text.entries].slice(0, MOST_MODELS)) {
    const anatomy = anatomyOf(linkedText(text, entry), entry.bullet);
    if (!anatomy || anatomy.items.length === 0) continue;
    found ??= { anatomy, bullet: entry.bullet };
    if (anatomy.people.length > 0) return { anatomy, bullet: entry.bullet };
  }
  return found;
}

const MOST_MODELS = 50;
