import { LOG } from '../command/isolation.ts';
import { type GitContext, gitFields } from '../command/run-git.ts';
import { readBatchMessages } from './batch-messages.ts';
import { readCoAuthors } from './co-author-trailers.ts';
import type { CommitRecord } from './commit-graph.ts';

/** Enough for all but a few histories, whose newest commits are read: 300 MB of memory. */
export const MOST_COMMITS = 250_000;

const FIELDS = [
  ...['%H', '%P', '%ct', '%an', '%ae', '%s'],
  '%(trailers:key=Co-authored-by,valueonly,unfold)',
];

/** A commit with its subject, which a graph keeps of merges alone. */
export interface SubjectCommit extends CommitRecord {
  subject: string;
}

/** Reads the commits that lead to a tip, without those that lead to another; newest first. */
export async function readCommits(
  git: GitContext,
  tip: string,
  except: string | null,
  most = MOST_COMMITS,
): Promise<SubjectCommit[]> {
  const args = [
    ...[`--max-count=${String(most)}`, '--ignore-missing'],
    `--format=tformat:${FIELDS.join('%x00')}`,
    ...[tip, ...(except === null ? [] : [`^${except}`]), '--'],
  ];
  const records: SubjectCommit[] = [];
  let pending: string[] = [];
  for await (const batch of gitFields(git, [...LOG, ...args])) {
    const fields = pending.length > 0 ? [...pending, ...batch] : batch;
    let at = 0;
    for (; at + FIELDS.length <= fields.length; at += FIELDS.length) {
      const [
        hash = '',
        parents = '',
        time = '',
        name = '',
        email = '',
        subject = '',
        trailers = '',
      ] = fields.slice(at, at + FIELDS.length);
      const isMerge = parents.includes(' ');
      records.push({
        hash,
        parents: parents === '' ? [] : parents.split(' '),
        time: Number(/^\d+/.exec(time)?.[0] ?? 0),
        author: { name, email },
        coAuthors: readCoAuthors(trailers),
        subject,
        message: isMerge ? subject : '',
      });
    }
    pending = fields.slice(at);
  }
  const merges = records.map(({ hash, message }) => ({ hash, subject: message }));
  const batches = await readBatchMessages(git, merges);
  return records.map((record) => ({
    ...record,
    message: batches.get(record.hash) ?? record.message,
  }));
}
