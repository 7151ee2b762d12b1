import type { PullRequest } from '../../../snapshot/schema.ts';
import type { FullPullRequest } from '../lists/full-items.ts';

/** The note for readers, and the kind of change: the last line for the changelog wins, then the body's note. */
export function changelogAtEnd(
  { author, body, changelog, remarks }: FullPullRequest,
  end: string,
): Pick<PullRequest, 'note' | 'changelog'> {
  const inComments = remarks.filter(({ at, line }) => at < end && line !== null);
  const line = inComments.at(-1)?.line ?? changelog;
  const note = author.type === 'bot' ? null : body.note;
  return { note: line?.text ?? note, changelog: line?.kind ?? null };
}
