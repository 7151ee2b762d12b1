import { type ItemId, itemKey, itemUrl } from '../../item/item-id.ts';
import { readLabels } from '../../item/item-label.ts';
import type { CheckContext } from '../context/check-context.ts';
import type { CheckableReport } from './checkable-report.ts';

/** The item that a text like `#12` or `tool#12` names; null when its repository is ambiguous. */
export function itemNamed(
  text: string,
  { links }: CheckableReport,
  { repository: own }: CheckContext,
): ItemId | null {
  const [label] = readLabels(text);
  if (!label) return null;
  const { owner, name, number } = label;
  if (owner !== null && name !== null) return { repository: `${owner}/${name}`, number };
  const cited = [...(own === null ? [] : [own]), ...links.map(({ item }) => item.repository)];
  const candidates = new Map(
    cited
      .filter((repository) => name === null || nameOf(repository) === name.toLowerCase())
      .map((repository) => [repository.toLowerCase(), repository]),
  );
  const [only] = candidates.values();
  // A bare number belongs to the report's own repository, even if the report cites others.
  const repository = name === null && own !== null ? own : candidates.size === 1 ? only : undefined;
  return repository === undefined ? null : { repository, number };
}

function nameOf(repository: string): string | undefined {
  return repository.toLowerCase().split('/')[1];
}

/**
 * A link to an item with `label` as its text: by its definition, if there is one, else with its
 * address. Its kind is that of the facts, or of another link in the report, or an issue: GitHub
 * redirects the reader of an issue's address to the pull request.
 */
export function citationText(
  label: string,
  item: ItemId,
  { links, definitions }: CheckableReport,
  { facts, server }: CheckContext,
): string {
  if (definitions.has(label.toLowerCase())) return `[${label}]`;
  const key = itemKey(item);
  const kind = facts?.kindOf(item) ?? links.find((link) => link.key === key)?.item.kind ?? 'issue';
  return `[${label}](${itemUrl(server, item, kind)})`;
}
