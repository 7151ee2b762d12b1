import type { Claim, Decision } from '../../categorise/decision.ts';
import type { Explanation } from './explanation.ts';
import { itemKey } from '../../item/item-id.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { ExplanationContext } from './context.ts';
import { field, shortName } from './fields.ts';

/** Why an entry is in its section, and which sections come next. */
export function sectionLines(
  { item, entry, decision }: Explanation,
  { snapshot, sections }: ExplanationContext,
): string[] {
  const [subject] = entry?.refs ?? [];
  if (!decision || !subject) return [];
  const title = (id: string) => sections.find((section) => section.id === id)?.title ?? id;
  const whose = itemKey(subject) === itemKey(item) ? '' : `as ${shortName(subject, snapshot)}, `;
  return [
    field('section', `${title(decision.section)}, ${whose}${because(decision)}`),
    ...nextSections(decision).map((claim) =>
      field('next', `${title(claim.section)}, ${because(claim)}`),
    ),
  ];
}

/** The strongest claim of each other section. */
function nextSections({ section, next }: Decision): Claim[] {
  const firsts = new Map(next.toReversed().map((claim) => [claim.section, claim]));
  return next.filter((claim) => claim.section !== section && firsts.get(claim.section) === claim);
}

function because({ rule, pattern, evidence }: Claim): string {
  if (rule === 'fallback') return 'the fallback, which takes what no section claims';
  return `because of its ${rule}: ${plainText(evidence)}${pattern === evidence ? '' : ` (${plainText(pattern)})`}`;
}
