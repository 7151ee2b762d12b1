import { type BodyFacts, partLines } from './body-part.ts';
import { beginMarker, END, markedPart } from './markers.ts';

/** How many characters GitHub takes. It counts code points, which are never more than these. */
const MOST_CHARACTERS = 65_536;

/** Of devreport's part, so that a person has room to write. */
const MOST_OF_PART = 50_000;

/** How many entries of each list are tried, until the body is short enough. */
const ENTRIES = [50, 20, 8, 3, 1, 0] as const;

/** The body of a new pull request. */
export function newBody(facts: BodyFacts): string {
  return bodyPart(facts, MOST_OF_PART, '\n') ?? `${beginMarker(facts.commit)}\n${END}`;
}

/** A body after a run, and whether devreport still has a part in it. */
export interface UpdatedBody {
  text: string;
  /** False when a person removed or changed the markers: then the text is as it was. */
  isMarked: boolean;
}

/**
 * A body with devreport's part written anew. Every character outside of it stays; where there is no room
 * left for it, the part does, too.
 */
export function updateBody(existing: string, facts: BodyFacts): UpdatedBody {
  const marked = markedPart(existing);
  if (!marked) return { text: existing, isMarked: false };
  const [above, below] = [existing.slice(0, marked.start), existing.slice(marked.end)];
  const room = Math.min(MOST_OF_PART, MOST_CHARACTERS - above.length - below.length);
  const part = bodyPart(facts, room, marked.eol);
  return { text: part === null ? existing : above + part + below, isMarked: true };
}

/** Whether a run may write the body, and it is not about this commit yet. */
export function isOutdatedBody(existing: string, commit: string | null): boolean {
  const marked = markedPart(existing);
  return marked !== null && marked.commit !== commit;
}

/** With as much of the lists as fits; null when nothing does. */
function bodyPart(facts: BodyFacts, room: number, eol: string): string | null {
  for (const most of ENTRIES) {
    const part = [beginMarker(facts.commit), ...partLines(facts, most), END].join(eol);
    if (part.length <= room) return part;
  }
  return null;
}
