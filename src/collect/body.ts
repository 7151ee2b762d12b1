import type { Reference } from '../snapshot/schema.ts';

/** What the collectors read in a body's text: links to other items, and the note for the changelog. */
export interface Body {
  references: Reference[];
  note: string | null;
}

export function readBody(_text: string, _repository: string): Body {
  throw new Error('not yet written');
}
