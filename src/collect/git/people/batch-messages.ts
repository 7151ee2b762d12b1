import { LOG } from '../command/isolation.ts';
import { type GitContext, gitOutput } from '../command/run-git.ts';

/** The subject of a merge by bors-ng. Who opened the pull requests is in the lines below. */
const BATCH = /^Merge(?: #\d+)+$/;
/** `12: Title r=reviewer a=author`. */
const HEAD = /^\d+: /;

/** The parts of batch merges that name their pull requests, by hash. */
export async function readBatchMessages(
  git: GitContext,
  merges: readonly { hash: string; subject: string }[],
): Promise<Map<string, string>> {
  const messages = new Map<string, string>();
  const hashes = merges.filter(({ subject }) => BATCH.test(subject)).map(({ hash }) => hash);
  // Without a commit on its stdin, git log would take HEAD.
  if (hashes.length === 0) return messages;
  const args = ['--no-walk=unsorted', '--stdin', '--no-patch', '--format=tformat:%H%x00%B'];
  const fields = await gitOutput(git, [...LOG, ...args], [hashes.join('\n')]);
  for (let at = 0; at + 2 <= fields.length; at += 2) {
    const [hash = '', message = ''] = fields.slice(at, at + 2);
    const [subject = '', ...lines] = message.split('\n');
    messages.set(hash, [subject, '', ...lines.filter((line) => HEAD.test(line))].join('\n'));
  }
  return messages;
}
