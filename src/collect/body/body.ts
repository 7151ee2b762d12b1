import type { Reference } from '../../snapshot/schema.ts';
import { changelogNote } from './changelog-note.ts';
import { bodyParts } from './body-parts.ts';
import { readReferences } from './references.ts';

/** What a source reads in the body of a pull request: references, and the note for the changelog. */
export interface Body {
  references: Reference[];
  note: string | null;
}

/**
 * Reads the body of a pull request of the repository (`owner/name`). Never throws, and takes time
 * linear in the length of the text. Only URLs on the `server` are references.
 */
export function readBody(text: string, repository: string, server?: string): Body {
  return {
    references: readReferences(text, repository, 'body', server),
    note: changelogNote(bodyParts(text)),
  };
}
