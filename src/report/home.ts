import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { readerOf } from './cited.ts';

/** The repository whose items a report calls `#12`, told by where most such links lead; undefined when it has none. */
export function homeOf(root: Root, server: string): string | undefined {
  const read = readerOf(root, server);
  const counts = new Map<string, number>();
  visit(root, ['link', 'linkReference'], (node) => {
    const [mention] = read(node);
    if (!mention || !/^#\d+$/.test(toString(node))) return;
    const [repository = ''] = mention.item.split('#');
    counts.set(repository, (counts.get(repository) ?? 0) + 1);
  });
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
