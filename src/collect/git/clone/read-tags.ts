import { instantOf } from '../../../period/instant.ts';
import type { BareRelease } from '../../first-containing.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';

/** A tag, and the hash of its commit; null where it is a tag of a tag. */
export interface ReadTag {
  release: BareRelease;
  commit: string | null;
}

const FIELDS = [
  ...['refname', 'objecttype', '*objecttype', 'objectname', '*objectname'],
  ...['taggerdate:unix', 'committerdate:unix', '*committerdate:unix'],
];

/**
 * The tags that were made in the period, in the order of time: an annotated one when it was tagged, any
 * other when its commit was made. A tag of a file or a folder is left out.
 *
 * @param isInside whether a time, in seconds since 1970, is inside the period
 */
export async function readTags(
  git: GitContext,
  repository: string,
  isInside: (time: number) => boolean,
): Promise<ReadTag[]> {
  const format = `--format=${FIELDS.map((name) => `%(${name})%00`).join('')}`;
  const fields = await gitOutput(git, ['for-each-ref', format, 'refs/tags/']);
  const tags: { tag: string; time: number; commit: string | null }[] = [];
  for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length) {
    const [name = '', type = '', tagged = '', own = '', inner = '', ...dates] = fields.slice(
      at,
      at + FIELDS.length,
    );
    // A tag of a tag: older versions of git look no further.
    const isOfCommit = type === 'commit' || tagged === 'commit' || tagged === 'tag';
    const time = Number.parseInt(dates.find((date) => date !== '') ?? '', 10);
    if (isOfCommit && isInside(time)) {
      const commit = type === 'commit' ? own : tagged === 'commit' ? inner : null;
      tags.push({ tag: name.trimStart().slice('refs/tags/'.length), time, commit });
    }
  }
  return tags
    .toSorted((a, b) => a.time - b.time)
    .map(({ tag, time, commit }) => ({
      release: { repository, tag, name: null, publishedAt: instantOf(time * 1000) },
      commit,
    }));
}
