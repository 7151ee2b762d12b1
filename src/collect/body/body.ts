import type { Reference } from '../../snapshot/schema.ts';
import { changelogNote } from './changelog-note.ts';
import { passages } from './passages.ts';
import { readReferences } from './references.ts';

/** What the collectors read in a body's text: links to other items, and the note for the changelog. */
export interface Body {
  references: Reference[];
  note: string | null;
}

/**
 * Reads the body of a pull request of the repository (`owner/name`). Never throws on any text, and
 * takes time linear in its length. `server` is where addresses of items have to be.
 */
export function readBody(text: string, repository: string, server?: string): Body {
  return {
    references: readReferences(text, repository, 'body', server),
    note: changelogNote(passages(text)),
  };
}
