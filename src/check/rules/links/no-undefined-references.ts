import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import { isCitationLabel } from '../../../item/item-label.ts';
import { citationText, itemNamed } from '../../text/citation.ts';
import { linkSpans } from '../../text/link-spans.ts';
import { DefinedLabels } from '../../text/defined-labels.ts';
import { quote } from '../../../markdown/quote.ts';
import { findingsOf } from '../../text/remark-lint.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';
import type { Span } from '../../../markdown/span.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';

/**
 * A reference without its definition. Brackets around plain words are just brackets, unless a
 * definition is one slip away. Brackets around an item, a person, or a repository of an owner whose
 * others are defined, are meant as a link. `[series][video]` are two tags where `[video]` is one. A line that begins like a definition, but is none, has to be
 * mended by its editor: `--fix` links none of its references.
 *
 * @example ok
 * ```md
 * - [Question] Run a service [#12] [@rn] [x] [projects/logging]
 * - [series][question] Run two
 * - [[RFC][v2] Treat [1 2 3][0] as text](https://example.com/rfc)
 *
 * [#12]: https://github.com/linuxkit/linuxkit/pull/12
 * [@rn]: https://github.com/rn
 * ```
 * @example not ok, with a line that is nearly a definition
 * ```md
 * See [rtf#3] and [#1757].
 *
 * [rtf#3]: https://github.com/linuxkit/rtf/pull/3 see there
 * [#1757]: https://github.com/linuxkit/linuxkit/pull/1757
 * ```
 * ```text
 * 1:5-1:12: Undefined reference `rtf#3`; line 3 looks like its definition, but is text
 * 1:17-1:24: Undefined reference `#1757`; line 4 looks like its definition, but is text
 * 3:1-3:8: Undefined reference `rtf#3`; line 3 looks like its definition, but is text
 * 4:1-4:8: Undefined reference `#1757`; line 4 looks like its definition, but is text
 * ```
 * @example not ok
 * ```md
 * - A talk by [@nduaten], then [tests][rtf], [#1757], [linuxkit#13] and [linuxkit#13]
 *
 * [@ndauten]: https://github.com/ndauten
 * ```
 * ```text
 * 1:13-1:23: Undefined reference `@nduaten`; did you mean `@ndauten`?
 * 1:30-1:42: Undefined reference `rtf`
 * 1:44-1:51: Undefined reference `#1757`
 * 1:53-1:66: Undefined reference `linuxkit#13`
 * 1:71-1:84: Undefined reference `linuxkit#13`
 * ```
 * ```md fixed
 * - A talk by [@nduaten], then [tests][rtf], [#1757](https://github.com/linuxkit/linuxkit/pull/1757), [linuxkit#13](https://github.com/linuxkit/linuxkit/issues/13) and [linuxkit#13](https://github.com/linuxkit/linuxkit/issues/13)
 *
 * [@ndauten]: https://github.com/ndauten
 * ```
 */
export function* noUndefinedReferences(
  report: CheckableReport,
  context: CheckContext,
): Generator<Finding> {
  const lines = linesLikeDefinitions(report.text);
  const defined = new DefinedLabels(report.definitions);
  const slips = new SpanIndex(report.slips);
  const links = new SpanIndex(linkSpans(report.root));
  const all = findingsOf(remarkLintNoUndefinedReferences, report).map((span) =>
    readUndefined(span, report, defined),
  );
  const tags = new Set(
    all.filter((found) => !isMeant(found, defined)).map(({ label }) => label.toLowerCase()),
  );
  for (const found of all) {
    const { label, near, full, start, end } = found;
    if (!isMeant(found, defined) || (full && tags.has(label.toLowerCase()))) continue;
    // Slips in the syntax of other links are link-syntax's, and no link is inside another.
    if (slips.overlaps(found) || links.overlaps(found)) continue;
    const line = lines.get(normalizeIdentifier(label));
    const fix = near === null && line === undefined ? linked(found, report, context) : null;
    const suggestion = near === null ? fix?.text : `[${near}]`;
    const hint =
      line !== undefined
        ? `; line ${line} looks like its definition, but is text`
        : near === null
          ? ''
          : `; did you mean ${quote(near)}?`;
    yield {
      start,
      end,
      message: `Undefined reference ${quote(label)}${hint}`,
      group: label.toLowerCase(),
      ...(suggestion !== undefined && { suggestions: [suggestion] }),
      ...(fix && { fix }),
    };
  }
}

/** The first line that begins like the definition of a label, by the label's identifier. */
function linesLikeDefinitions(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const label = /^[ \t>]{0,20}\[([^\]]{1,999})\]:/.exec(line)?.[1];
    const identifier = label === undefined ? '' : normalizeIdentifier(label);
    if (!lines.has(identifier)) lines.set(identifier, index + 1);
  }
  return lines;
}

function normalizeIdentifier(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

interface Undefined extends Span {
  label: string;
  /** Whether it has a text before its label: `[text][label]`. */
  full: boolean;
  /** The label of a definition that may be meant. */
  near: string | null;
}

function readUndefined(
  { start, end }: Span,
  { text }: CheckableReport,
  defined: DefinedLabels,
): Undefined {
  const source = text.slice(start, end);
  const [, first = '', second] = /^\[([^]*?)\](?:\[([^]*)\])?$/.exec(source) ?? [];
  const label = second === undefined || second === '' ? first : second;
  return { start, end, label, full: label === second, near: defined.similarTo(label) };
}

/** Other brackets are just brackets. */
function isMeant({ label, full, near }: Undefined, defined: DefinedLabels): boolean {
  // `a[1][0]` is code, unless definitions have numbers.
  if (full && /^\d+$/.test(label)) return defined.hasNumbers;
  if (full || near !== null) return true;
  const owner = /^([\w-]+)\/[\w.-]+$/.exec(label)?.[1]?.toLowerCase();
  const isSibling = owner !== undefined && defined.hasOwner(owner);
  return isSibling || isCitationLabel(label) || /^\^.+$/.test(label);
}

/** The edit that makes it a link with an address; null when it is not clear where it leads. */
function linked(
  { start, end, label, full }: Undefined,
  report: CheckableReport,
  context: CheckContext,
): Edit | null {
  const item = full ? null : itemNamed(label, report, context);
  return item && { start, end, text: citationText(label, item, report, context) };
}
