import { type ItemId, itemKey, itemUrl } from '../../item/item-id.ts';
import type { CheckableReport } from './checkable-report.ts';
import type { Context } from '../rule.ts';

/**
 * A citation of an item that shows `label`: by its definition, if there is one, else with its
 * address. Its kind is what the facts know, or what the report has it for, or an issue: there GitHub
 * sends a reader on to the pull request.
 */
export function citationText(
  label: string,
  item: ItemId,
  { links, definitions }: CheckableReport,
  { facts, server }: Context,
): string {
  if (definitions.has(label.toLowerCase())) return `[${label}]`;
  const key = itemKey(item);
  const kind = facts?.kindOf(item) ?? links.find((link) => link.key === key)?.item.kind ?? 'issue';
  return `[${label}](${itemUrl(server, item, kind)})`;
}
