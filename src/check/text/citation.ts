import { type ItemId, itemKey, itemUrl } from '../../item/item-id.ts';
import { readLabels } from '../../item/item-label.ts';
import type { CheckContext } from '../context/check-context.ts';
import type { CheckableReport } from './checkable-report.ts';

/** The item that a text like `#12` or `tool#12` names; null when its repository is ambiguous. */
export function itemNamed(
  text: string,
  { linked }: CheckableReport,
  { repository: own }: CheckContext,
): ItemId | null {
  const [label] = readLabels(text);
  if (!label) return null;
  const { owner, name, number } = label;
  if (owner !== null && name !== null) return { repository: `${owner}/${name}`, number };
  // A bare number belongs to the report's own repository, even if the report cites others.
  if (name === null && own !== null) return { repository: own, number };
  const cited = linked.repositories(name);
  const isOwn = own !== null && nameOf(own) === name?.toLowerCase();
  if (isOwn && !cited.has(own.toLowerCase())) {
    return cited.size === 0 ? { repository: own, number } : null;
  }
  const [repository] = cited.values();
  return repository === undefined || cited.size > 1 ? null : { repository, number };
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
  { linked, definitions }: CheckableReport,
  { facts, server }: CheckContext,
): string {
  if (definitions.has(label.toLowerCase())) return `[${label}]`;
  const kind = facts?.kindOf(item) ?? linked.kindOf(itemKey(item)) ?? 'issue';
  return `[${label}](${itemUrl(server, item, kind)})`;
}
