import type { ItemId } from './item-id.ts';

/** What a text like `#12`, `rtf#12` or `linuxkit/rtf#12` names; what it leaves out is null. */
export interface ItemLabel {
  owner: string | null;
  name: string | null;
  number: number;
}

const item = /(?<![\w/.#-])(?:(?:([\w.-]+)\/)?([\w.-]+))?#([1-9]\d{0,9})(?!\w)/g;

// All that a link says: a bare number, or one behind a word for what it counts.
const alone = /^\s*\(?(?:(?:PR|pull request|pull|issue)\s+)?([1-9]\d{0,9})\)?\s*$/i;

/** The items that a text names, in order. */
export function readLabels(text: string): ItemLabel[] {
  return [...text.matchAll(item)].map(([, owner, name, number]) => ({
    owner: owner ?? null,
    name: name ?? null,
    number: Number(number),
  }));
}

/** Whether the label can mean the item; GitHub ignores the case of names. */
export function names(label: ItemLabel, { repository, number }: ItemId): boolean {
  const [owner, name] = repository.toLowerCase().split('/');
  return (
    label.number === number &&
    (label.name === null || label.name.toLowerCase() === name) &&
    (label.owner === null || label.owner.toLowerCase() === owner)
  );
}

/** The items that a link's text names: as a whole text, a number needs no `#`. */
export function readLinkLabels(text: string): ItemLabel[] {
  const number = alone.exec(text)?.[1];
  return number === undefined
    ? readLabels(text)
    : [{ owner: null, name: null, number: Number(number) }];
}

/** Whether a link's text names items, but not the one that it leads to. */
export function disagrees({ label, item: cited }: { label: string; item: ItemId }): boolean {
  const labels = readLinkLabels(label);
  return labels.length > 0 && !labels.some((named) => names(named, cited));
}
