import { namesAnother } from '../../../item/item-label.ts';
import type { ItemLink } from '../../../report/links/item-links.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';

const kinds = { pull: 'a pull request', issue: 'an issue' } as const;

/**
 * An issue linked as a pull request, or the other way round; for an item that the facts don't know, a
 * link of another kind than before.
 *
 * @example ok
 * ```md
 * - Debug builds were fixed [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 * - Of another number [#1757](https://github.com/linuxkit/linuxkit/pull/1746)
 * ```
 * @example not ok
 * ```md
 * - Debug builds were fixed [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/pull/1746)
 * ```
 * ```text
 * 1:83-1:138: `#1746` is an issue, but linked as a pull request
 * ```
 * ```md fixed
 * - Debug builds were fixed [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 * ```
 * @example not ok, of an unknown kind
 * ```md
 * See [#15](https://github.com/moby/tool/pull/15), or rather [#15](https://github.com/moby/tool/issues/15).
 * ```
 * ```text
 * 1:60-1:105: `#15` is linked as an issue here, but as a pull request before
 * ```
 */
export function* linkKind(report: CheckableReport, { facts }: CheckContext): Generator<Finding> {
  const before = new Map<string, ItemLink['item']['kind']>();
  for (const link of report.links) {
    // Text and address disagree: link-target reports it.
    if (link.via === 'reference' || namesAnother(link)) continue;
    const { item, key, start, end } = link;
    const label = quote(link.label.includes('#') ? link.label : `#${item.number}`);
    const kind = facts?.kindOf(item) ?? null;
    const first = before.get(key) ?? item.kind;
    before.set(key, first);
    if (kind !== null && kind !== item.kind) {
      const fix = toKind(report.text, link, kind);
      const message = `${label} is ${kinds[kind]}, but linked as ${kinds[item.kind]}`;
      yield {
        start,
        end,
        message,
        ...(fix && { suggestions: [suggestion(report.text, link, fix)], fix }),
      };
    } else if (kind === null && first !== item.kind) {
      const message = `${label} is linked as ${kinds[item.kind]} here, but as ${kinds[first]} before`;
      yield { start, end, message };
    }
  }
}

function toKind(text: string, { address }: ItemLink, kind: 'pull' | 'issue'): Edit | null {
  if (!address) return null;
  const url = text.slice(address.start, address.end);
  const segment = /\/(pull|issues)(?=\/[1-9]\d*(?:[/?#]|$))/.exec(url);
  if (!segment) return null;
  const start = address.start + segment.index;
  return { start, end: start + segment[0].length, text: kind === 'pull' ? '/pull' : '/issues' };
}

function suggestion(text: string, { start, end }: ItemLink, fix: Edit): string {
  return text.slice(start, fix.start) + fix.text + text.slice(fix.end, end);
}
