import type { ItemId } from './item-id.ts';

/** What a text like `#12`, `rtf#12` or `linuxkit/rtf#12` names; what it leaves out is null. */
export interface ItemLabel {
  owner: string | null;
  name: string | null;
  number: number;
}

const item = /(?<![\w/.#-])(?:(?:([\w.-]+)\/)?([\w.-]+))?#([1-9]\d{0,9})(?!\w)/g;

/** A label of a reference, like `[#12]` or `[@rn]`, that names an item or a person. */
const label = /(?:[\w./-]*#[1-9]\d*|@[\w-]+)/.source;
const wholeLabel = new RegExp(`^${label}$`);
const unclosedLabel = new RegExp(`^\\[(${label})(?=[\\s),;:])`);

// The whole text of a link: a bare number, or one after a word for what it counts.
const alone = /^\s*\(?(?:(?:PR|pull request|pull|issue)\s+)?([1-9]\d{0,9})\)?\s*$/i;

/** The items that a text names, in order. */
export function readLabels(text: string): ItemLabel[] {
  return [...text.matchAll(item)].map(([, owner, name, number]) => ({
    owner: owner ?? null,
    name: name ?? null,
    number: Number(number),
  }));
}

/**
 * Whether the label can mean the item; GitHub ignores the case of names. People also write `owner-name#12`.
 */
function names(label: ItemLabel, { repository, number }: ItemId): boolean {
  const [owner, name] = repository.toLowerCase().split('/');
  const itsName = label.name?.toLowerCase() ?? null;
  return (
    label.number === number &&
    (itsName === null || itsName === name || itsName === `${owner}-${name}`) &&
    (label.owner === null || label.owner.toLowerCase() === owner)
  );
}

/** More words than these beside a label are a title. */
const MOST_WORDS = 2;

/**
 * The items that a link's text names: as a whole text, a number needs no `#`. A title names none: it
 * mentions what its pull request is about.
 */
export function readLinkLabels(text: string): ItemLabel[] {
  const number = alone.exec(text)?.[1];
  if (number !== undefined) return [{ owner: null, name: null, number: Number(number) }];
  const words = text.replace(item, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > MOST_WORDS || does.test(text) ? [] : readLabels(text);
}

/** A title with a verb, like “Fix #12”. */
const does = /\b(?:fix|clos|resolv|revert|implement|follow|support|replac|updat|add)\w*\s/i;

/** Whether the text of a link names items, but none of them is the one that it leads to. */
export function namesAnother({ label, item: cited }: { label: string; item: ItemId }): boolean {
  const labels = readLinkLabels(label);
  return labels.length > 0 && !labels.some((named) => names(named, cited));
}

/** Whether the label of a reference names an item or a person. */
export function isCitationLabel(text: string): boolean {
  return wholeLabel.test(text);
}

/** The label of a citation like `[#12` that lacks its bracket, at the start of a text. */
export function unclosedCitationLabel(text: string): string | null {
  return unclosedLabel.exec(text)?.[1] ?? null;
}
