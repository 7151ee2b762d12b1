const merge =
  /^Merge (?:remote-tracking )?branch '(?<branch>[^'\s]+)'(?: of (?<from>\S+))?(?: into \S+)?$/;

/**
 * Whether the commit merges the branch, as it was elsewhere, into itself, as a pull before a push does:
 * `Merge branch 'main' of https://github.com/acme/app`.
 *
 * @param repository `owner/name`
 */
export function isMergeOfItself(message: string, repository: string, branch: string): boolean {
  const [subject = ''] = message.split('\n', 1);
  const { branch: merged, from } = merge.exec(subject.trim())?.groups ?? {};
  if (merged !== branch && merged !== `origin/${branch}` && merged !== `upstream/${branch}`) {
    return false;
  }
  // Another owner's is a fork, whose commits come with the merge.
  const named = /[/:](?<name>[\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(from ?? '')?.groups?.['name'];
  return named === undefined || named.toLowerCase() === repository.toLowerCase();
}
