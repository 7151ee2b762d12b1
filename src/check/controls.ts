import type { Html, Node, Nodes, Root } from 'mdast';
import { nodesIn } from '../markdown/nodes-in.ts';
import { isRuleId, type RuleId, ruleIds } from '../config/check-rules.ts';
import { NearNames } from './spelling/one-slip.ts';
import { oneOf, quote } from '../markdown/quote.ts';
import type { Finding } from './rule.ts';
import type { Span } from '../markdown/span.ts';
import { spanOf } from '../markdown/span.ts';

/** Stands for a rule in findings about the comments themselves, which can't be disabled. */
export const CONTROL_COMMENT = 'control-comment';

/** Which rules the comments of a report disable, and where. */
export interface Controls {
  /** Whether a rule is enabled at a span. */
  isEnabled: (rule: RuleId, span: Span) => boolean;
  /** Mistakes in the comments. */
  slips: Finding[];
}

const verbs = ['enable', 'disable', 'ignore'] as const;
const comment = /<!--\s*lint(?=\s|-->)([^]*?)-->/g;

interface Control extends Span {
  verb: (typeof verbs)[number];
  rules: ReadonlySet<string>;
}

/**
 * Reads comments like `<!-- lint disable spelling -->` (from there on), `<!-- lint enable spelling -->`
 * and `<!-- lint ignore spelling -->` (in the next block). Without a rule they are about all of them.
 */
export function readControls(root: Root): Controls {
  const controls: Control[] = [];
  const slips: Finding[] = [];
  for (const { node, after } of htmlIn(root)) {
    const span = spanOf(node);
    if (!span || !isComment(node)) continue;
    for (const [, content = ''] of node.value.matchAll(comment)) {
      const [word = '', ...named] = content.split(/[\s,]+/).filter((part) => part !== '');
      const verb = verbs.find((known) => known === word);
      if (!verb) {
        const problem = word === '' ? 'Missing verb' : `Unknown verb ${quote(word)}`;
        const message = `${problem} in a lint comment; use ${oneOf(verbs.map(quote))}`;
        slips.push({ ...span, message });
        continue;
      }
      slips.push(...named.filter((id) => !isRuleId(id)).map((id) => unknownRule(id, span)));
      const next = after().find((other) => !isComment(other));
      const end = (next && spanOf(next)?.end) ?? span.end;
      const rules = new Set(named.length > 0 ? named : ruleIds);
      controls.push({ start: span.start, end, verb, rules });
    }
  }
  controls.sort((a, b) => a.start - b.start);
  return { isEnabled, slips };

  function isEnabled(rule: RuleId, { start }: Span): boolean {
    const before = controls.filter((control) => control.start <= start && control.rules.has(rule));
    const last = before.findLast(({ verb }) => verb !== 'ignore');
    const ignored = before.some(({ verb, end }) => verb === 'ignore' && start < end);
    return last?.verb !== 'disable' && !ignored;
  }
}

/** The HTML of a document, and what follows it in the same parent. */
function htmlIn(root: Root): { node: Html; after: () => Nodes[] }[] {
  return nodesIn(root).flatMap((parent) => {
    const children: Nodes[] = 'children' in parent ? parent.children : [];
    return children.flatMap((node, index) =>
      node.type === 'html' ? [{ node, after: () => children.slice(index + 1) }] : [],
    );
  });
}

/** Whether a node contains nothing but comments about rules. */
function isComment(node: Node): boolean {
  if (node.type !== 'html') return false;
  const { value } = node as Html;
  return value.search(comment) >= 0 && value.replace(comment, '').trim() === '';
}

const nearRules = new NearNames(ruleIds);

function unknownRule(id: string, span: Span): Finding {
  const near = nearRules.to(id).map(quote);
  const hint = near.length > 0 ? `; did you mean ${oneOf(near)}?` : '';
  return { ...span, message: `Unknown rule ${quote(id)}${hint}` };
}
