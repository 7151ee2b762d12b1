import { encodePath } from '../../markdown/encode-path.ts';

/** A report on a branch, and where GitHub shows it. */
export interface PublishedFile {
  /** Like `https://github.com`. */
  server: string;
  /** `owner/name` */
  repository: string;
  branch: string;
  /** In the repository. */
  path: string;
}

/**
 * The address at which the lines of a file are seen; as Markdown, not as it is rendered.
 *
 * @param commit its lines are meant; without one, those of the branch, whatever they will be
 * @param lines from 1, both included; the whole file without them
 */
export function linesUrl(
  { server, repository, branch, path }: PublishedFile,
  commit: string | null,
  lines?: { first: number; last: number },
): string {
  const file = `${server}/${repository}/blob/${encodePath(commit ?? branch)}/${encodePath(path)}`;
  if (!lines) return file;
  const { first, last } = lines;
  return `${file}?plain=1#L${first}${last > first ? `-L${last}` : ''}`;
}

/** The address at which a person edits the file. */
export function editUrl({ server, repository, branch, path }: PublishedFile): string {
  return `${server}/${repository}/edit/${encodePath(branch)}/${encodePath(path)}`;
}
