import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import { citationText } from '../../text/citation-text.ts';
import { nearest } from '../../spelling/one-slip.ts';
import { type ItemLabel, readLabels } from '../../../item/item-label.ts';
import { itemNamed } from '../../text/item-named.ts';
import { quote } from '../../../markdown/quote.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';
import type { Span } from '../../../markdown/span.ts';
import { overlap } from '../../../markdown/span.ts';

/**
 * A reference without its definition. Brackets around plain words are brackets, unless a definition
 * is but a slip away; around an item, a person or a repository whose owner has others defined they
 * are meant to be a link.
 *
 * @example ok
 * ```md
 * - [Question] Run a service [#12] [@rn] [x] [projects/logging]
 *
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * [@rn]: https://github.com/rn
 * ```
 * @example not ok
 * ```md
 * - A talk by [@nduaten], then [tests][rtf], [#1757], [linuxkit#13] and [linuxkit#13]
 *
 * [@ndauten]: https://github.com/ndauten
 * ```
 * ```text
 * 1:13-1:23: There is no definition of `@nduaten`; did you mean `@ndauten`?
 * 1:30-1:42: There is no definition of `rtf`.
 * 1:44-1:51: There is no definition of `#1757`.
 * 1:53-1:66: There is no definition of `linuxkit#13`.
 * ```
 * ```md fixed
 * - A talk by [@nduaten], then [tests][rtf], [#1757](https://github.com/linuxkit/linuxkit/pull/1757), [linuxkit#13](https://github.com/linuxkit/linuxkit/issues/13) and [linuxkit#13](https://github.com/linuxkit/linuxkit/issues/13)
 *
 * [@ndauten]: https://github.com/ndauten
 * ```
 */
export function* noUndefinedReferences(
  report: CheckableReport,
  context: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  const byLabel = new Map<string, Undefined[]>();
  for (const span of findingsOf(remarkLintNoUndefinedReferences, report).filter(isEnabled)) {
    const found = readUndefined(span, report);
    // What was meant to be another kind of link is link-syntax's.
    if (!isMeant(found, report) || report.slips.some((slip) => overlap(slip, span))) continue;
    const key = found.label.toLowerCase();
    byLabel.set(key, [...(byLabel.get(key) ?? []), found]);
  }
  for (const places of byLabel.values()) {
    const [first] = places;
    if (!first) continue;
    const { start, end, label, near } = first;
    const fix = near === null ? places.flatMap((place) => linked(place, report, context)) : [];
    const suggestion = near === null ? fix[0]?.text : `[${near}]`;
    yield {
      start,
      end,
      message: `There is no definition of ${quote(label)}${near === null ? '.' : `; did you mean ${quote(near)}?`}`,
      ...(suggestion !== undefined && { suggestions: [suggestion] }),
      ...(fix.length > 0 && { fix }),
    };
  }
}

interface Undefined extends Span {
  label: string;
  /** Whether the text stands before the label: `[text][label]`. */
  full: boolean;
  /** The label of a definition that may be meant. */
  near: string | null;
}

function readUndefined({ start, end }: Span, { text, definitions }: CheckableReport): Undefined {
  const source = text.slice(start, end);
  const [, first = '', second] = /^\[([^]*?)\](?:\[([^]*)\])?$/.exec(source) ?? [];
  const label = second === undefined || second === '' ? first : second;
  const defined = [...definitions.values()].map((node) => node.label ?? node.identifier);
  return { start, end, label, full: label === second, near: similar(label, defined) };
}

/** The definition of the same item under another name, or one that is a slip away. */
function similar(label: string, defined: readonly string[]): string | null {
  const [item] = readLabels(label);
  if (!item) return label.length < 3 ? null : (nearest(label, defined)[0] ?? null);
  const same = ({ name, number }: ItemLabel) =>
    number === item.number && (name === null || item.name === null || name === item.name);
  return defined.find((other) => readLabels(other).some(same)) ?? null;
}

/** Other brackets are just brackets. */
function isMeant({ label, full, near }: Undefined, { definitions }: CheckableReport): boolean {
  if (full || near !== null) return true;
  const owner = /^([\w-]+\/)[\w.-]+$/.exec(label)?.[1]?.toLowerCase();
  const isSibling =
    owner !== undefined && [...definitions.keys()].some((id) => id.startsWith(owner));
  return isSibling || /^(?:@[\w-]+|\^.+|[\w./-]*#[1-9]\d*)$/.test(label);
}

/** The edit that makes it a link by itself. */
function linked(place: Undefined, report: CheckableReport, context: Context): Edit[] {
  const { start, end, label, full } = place;
  const [named] = readLabels(label);
  const item = named && !full ? itemNamed(named, report, context) : null;
  return item ? [{ start, end, text: citationText(label, item, report, context) }] : [];
}
