import { nodesIn } from '../../../markdown/nodes-in.ts';
import { intendedItemAt } from '../../../item/item-url.ts';
import { type ItemId, itemUrl } from '../../../item/item-id.ts';
import { NearNames } from '../../spelling/one-slip.ts';
import type { Facts } from '../../context/facts.ts';
import { namesAnother, type ItemLabel, readLinkLabels } from '../../../item/item-label.ts';
import { addressOf, type ItemLink } from '../../../report/links/item-links.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import { creditSlips } from '../../text/credit-slips.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';
import { spanOf } from '../../../markdown/span.ts';

/**
 * A link whose text names another item or person than its address. `--fix` keeps the item that the
 * facts know, when they know just one of the two. A title may mention any item.
 *
 * @example ok
 * ```md
 * Fixed [#1757](https://github.com/linuxkit/linuxkit/pull/1757) by [@rn](https://github.com/rn), [in this comment](https://github.com/moby/tool/pull/15#issuecomment-1).
 *
 * [Build with symbols again (#1746)](https://github.com/linuxkit/linuxkit/pull/1757), [fixed #1746](https://github.com/linuxkit/linuxkit/pull/1757), and [moby-tool#15](https://github.com/moby/tool/pull/15).
 *
 * [rtf#3]: https://github.com/linuxkit/rtf/pull/3
 * ```
 * @example not ok
 * ```md
 * Kernels were updated [#2769](https://github.com/linuxkit/linuxkit/pull/2560), thanks to [@rn](https://github.com/ijc).
 * Symbols [#1758](https://github.com/linuxkit/linuxkit/pull/1758) by [@deitch](https://github.com/linuxkit/linuxkit/pull/1758).
 * See [PR 1766](https://github.com/linuxkit/linuxkit/pull/1767) and [1742](https://github.com/linuxkit/linuxkit/issues/1747).
 *
 * [rtf#3]: https://github.com/linuxkit/linuxkit/pull/3
 * ```
 * ```text
 * 1:22-1:77: Link text `#2769` contradicts its target `linuxkit/linuxkit#2560`
 * 1:89-1:118: Link text `@rn` contradicts its target `@ijc`
 * 2:68-2:125: Link text `@deitch` contradicts its target `linuxkit/linuxkit#1758`
 * 3:5-3:62: Link text `#1766` contradicts its target `linuxkit/linuxkit#1767`
 * 3:67-3:123: Link text `#1742` contradicts its target `linuxkit/linuxkit#1747`
 * 5:1-5:53: Link text `rtf#3` contradicts its target `linuxkit/linuxkit#3`
 * ```
 * @example not ok, and the facts know only #1757
 * ```md
 * Debug builds were fixed [#1757](https://github.com/linuxkit/linuxkit/pull/2560).
 * ```
 * ```text
 * 1:25-1:80: Link text `#1757` contradicts its target `linuxkit/linuxkit#2560`
 * ```
 * ```md fixed
 * Debug builds were fixed [#1757](https://github.com/linuxkit/linuxkit/pull/1757).
 * ```
 * @example not ok, as a credit without an @
 * ```md
 * - [Add symbols](https://github.com/linuxkit/linuxkit/pull/1758) (thanks to [deitch](https://github.com/linuxkit/linuxkit/pull/1758))
 * ```
 * ```text
 * 1:76-1:132: Link text `deitch` contradicts its target `linuxkit/linuxkit#1758`
 * ```
 * @example not ok, and nearly an address
 * ```md
 * Debug builds [#1757](https://github.com/linuxkit/linuxkti/pull/1757), a base image [#1763](https://github.com/linuxkit/linuxkit/pulls/1763).
 * ```
 * ```text
 * 1:14-1:69: Unknown target `linuxkit/linuxkti/pull/1757`; did you mean `https://github.com/linuxkit/linuxkit/pull/1757`?
 * 1:84-1:140: Unknown target `linuxkit/linuxkit/pulls/1763`; did you mean `https://github.com/linuxkit/linuxkit/pull/1763`?
 * ```
 * ```md fixed
 * Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757), a base image [#1763](https://github.com/linuxkit/linuxkit/pull/1763).
 * ```
 */
export function* linkTarget(report: CheckableReport, context: CheckContext): Generator<Finding> {
  for (const link of report.links) {
    // A wrong target is reported at the definition, unless the reference has a text of its own.
    if (link.via === 'reference' && !report.text.slice(link.start, link.end).includes(']['))
      continue;
    const [label] = readLinkLabels(link.label);
    if (!label || !namesAnother(link)) continue;
    yield itemFinding(report, link, label, context);
  }
  yield* misspeltTargets(report, context);
  for (const { start, end, named, target } of creditSlips(report, context.server))
    yield { start, end, message: mismatch(named, target) };
}

function itemFinding(
  { text }: CheckableReport,
  link: ItemLink,
  label: ItemLabel,
  { facts, server }: CheckContext,
): Finding {
  const { item, start, end } = link;
  const labelled = { repository: repositoryOf(label, item), number: label.number };
  const toLabelled = link.address && {
    ...link.address,
    text: itemUrl(server, labelled, facts?.kindOf(labelled) ?? item.kind),
  };
  const toItem = renumber(text, link, label);
  const fix = decide(facts, labelled, toLabelled, item, toItem);
  return {
    start,
    end,
    message: mismatch(labelText(label), `${item.repository}#${item.number}`),
    suggestions: (fix ? [fix] : [toLabelled, toItem]).flatMap((edit) =>
      edit && edit.start >= start ? [edited(text, link, edit)] : [],
    ),
    ...(fix && { fix }),
  };
}

/** The edit that keeps the one item of the two that the facts know; null when they know both or none. */
function decide(
  facts: Facts | null,
  labelled: ItemId,
  toLabelled: Edit | null,
  item: ItemId,
  toItem: Edit | null,
): Edit | null {
  const knowsLabelled = facts?.item(labelled) !== undefined;
  const knowsItem = facts?.item(item) !== undefined;
  if (knowsLabelled === knowsItem) return null;
  return knowsLabelled ? toLabelled : toItem;
}

/** The edit that corrects the text; only a bare number can be. */
function renumber(text: string, link: ItemLink, label: ItemLabel): Edit | null {
  const number = String(label.number);
  const at = text.slice(link.start, link.end).indexOf(number);
  if (link.via === 'definition' || label.name !== null || at < 0) return null;
  const start = link.start + at;
  return { start, end: start + number.length, text: String(link.item.number) };
}

function edited(text: string, { start, end }: ItemLink, edit: Edit): string {
  return text.slice(start, edit.start) + edit.text + text.slice(edit.end, end);
}

function repositoryOf({ owner, name }: ItemLabel, { repository }: ItemId): string {
  const [itsOwner = '', itsName = ''] = repository.split('/');
  return `${owner ?? itsOwner}/${name ?? itsName}`;
}

function labelText({ owner, name, number }: ItemLabel): string {
  return `${owner === null ? '' : `${owner}/`}${name ?? ''}#${number}`;
}

/** Addresses that almost lead to an item: with `pulls`, or with a repository that is one slip away. */
function* misspeltTargets(
  report: CheckableReport,
  { facts, server, repository }: CheckContext,
): Generator<Finding> {
  const covered = facts?.snapshot.repositories ?? (repository === null ? [] : [repository]);
  const names = new NearNames(covered);
  const found: Finding[] = [];
  for (const node of nodesIn(report.root)) {
    if (node.type !== 'link' && node.type !== 'definition') continue;
    const address = addressOf(report.text, node);
    const span = spanOf(node);
    const intended = intendedItemAt(node.url, server);
    if (!address || !span || !intended) continue;
    const { repository: name, number, path, isExact } = intended;
    const [near] = names.to(name);
    const item = { repository: near ?? name, number };
    if (isExact && (!near || !facts?.item(item))) continue;
    const text = itemUrl(server, item, facts?.kindOf(item) ?? intended.kind);
    const message = `Unknown target ${quote(path)}; did you mean ${quote(text)}?`;
    found.push({ ...span, message, suggestions: [text], fix: { ...address, text } });
  }
  yield* found;
}

function mismatch(text: string, target: string): string {
  return `Link text ${quote(text)} contradicts its target ${quote(target)}`;
}
