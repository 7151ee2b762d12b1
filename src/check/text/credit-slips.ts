import { toString } from 'mdast-util-to-string';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { itemAt } from '../../item/item-url.ts';
import { loginNamed } from '../../item/mention.ts';
import { profileOf } from '../../item/profile.ts';
import { type Span, spanOf } from '../../markdown/span.ts';
import type { CheckableReport } from './checkable-report.ts';

/** A link or definition that names a person, and leads to another one or to an item. */
export interface CreditSlip extends Span {
  named: string;
  /** `@login` or `owner/name#12` */
  target: string;
}

export function creditSlips(report: CheckableReport, server: string): CreditSlip[] {
  const found: CreditSlip[] = [];
  for (const node of nodesIn(report.root)) {
    if (node.type !== 'link' && node.type !== 'definition') continue;
    const named = loginNamed(node.type === 'link' ? toString(node) : (node.label ?? ''));
    const span = spanOf(node);
    if (named === null || !span) continue;
    const login = profileOf(node.url, server);
    const item = itemAt(node.url, server);
    if (login !== null && login.toLowerCase() !== named.toLowerCase())
      found.push({ ...span, named: `@${named}`, target: `@${login}` });
    else if (item)
      found.push({ ...span, named: `@${named}`, target: `${item.repository}#${item.number}` });
  }
  return [...found, ...withoutAt(report)];
}

/** Credits without an @ that lead to what their entry is about: `[title](…/pull/12) by [ann](…/pull/12)`. */
function withoutAt({ entries, text }: CheckableReport): CreditSlip[] {
  return entries.flatMap(({ links, start: from }) =>
    links.flatMap(({ label, key, item, start, end }, index) => {
      const isCredit =
        login.test(label) && crediting.test(text.slice(Math.max(from, start - 20), start));
      const isCited = links.slice(0, index).some((other) => other.key === key);
      const target = `${item.repository}#${item.number}`;
      return isCredit && isCited ? [{ start, end, named: label, target }] : [];
    }),
  );
}

const login = /^[a-z\d][a-z\d-]*$/i;
const crediting = /\b(?:by|thanks to)\s*\(?$/i;
