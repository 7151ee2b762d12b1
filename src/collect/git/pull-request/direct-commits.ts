import { instantOf } from '../../../period/instant.ts';
import type { DirectCommit } from '../../../snapshot/schema.ts';
import type { MainlineCommit } from '../history/mainline.ts';
import { messageReferences } from '../history/message-references.ts';
import type { NamedCommits } from '../history/named-commits.ts';
import type { OwnRepository } from '../history/number-trailers.ts';
import type { PullWriters } from '../people/pull-writers.ts';
import { peopleOf } from '../people/writers.ts';

/** The commits of the mainline without a pull request, in the order of time. */
export function directCommits(
  commits: readonly MainlineCommit[],
  project: OwnRepository,
  { writers, named }: { writers: PullWriters; named: NamedCommits },
): DirectCommit[] {
  return commits
    .toSorted((a, b) => a.time - b.time || b.depth - a.depth)
    .map(({ hash, subject, body, time }) => {
      const found = writers.ofCommit(hash);
      const message = { title: subject, body, branch: null };
      return {
        ...{ repository: project.repository, hash, title: subject },
        ...(found ? peopleOf(found) : { author: { login: null, type: 'user' }, coAuthors: [] }),
        at: instantOf(time * 1000),
        references: messageReferences(message, project, named),
      };
    });
}
