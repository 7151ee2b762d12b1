import type { Record } from './record.ts';

/** What a run did, and what it leaves to the editor. Items are `owner/name#number`, lower case. */
export interface Report {
  /** In the file for the first time. */
  added: string[];
  /** In entries nobody had edited, written anew because the facts have changed. */
  refreshed: string[];
  /** In the editor's words, and left there. */
  kept: string[];
  /** Deleted by the editor, and left out. */
  leftOut: string[];
  /** Left as they are, though what would be said of them has changed; and new ones that only belong with them. */
  changed: string[];
  /** In entries nobody had edited, but in the draft no more; left where they are. */
  gone: string[];
  /** The same, but the facts are incomplete, and may only lack them. */
  unseen: string[];
  /** Not in the draft any more, and so not in what takes the place of an entry or draft nobody had edited. */
  dropped: string[];
}

/** Of a draft nobody edited, in whose place a fresh one comes. */
export function reportOfNewDraft(before: Record, after: Record): Report {
  const textsIn = ({ sections }: Record) => {
    const texts = new Map<string, string>();
    for (const { items } of sections)
      for (const [item, hashes] of Object.entries(items))
        texts.set(item, [texts.get(item) ?? '', ...hashes].join(' '));
    return texts;
  };
  const old = textsIn(before);
  const items = [...textsIn(after)];
  const now = new Set(items.map(([item]) => item));
  const nothing = { kept: [], leftOut: [], changed: [], gone: [], unseen: [] };
  return {
    ...nothing,
    dropped: [...old.keys()].filter((item) => !now.has(item)),
    added: items.filter(([item]) => !old.has(item)).map(([item]) => item),
    refreshed: items
      .filter(([item, texts]) => old.has(item) && old.get(item) !== texts)
      .map(([item]) => item),
  };
}
