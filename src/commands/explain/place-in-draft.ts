import type { Absence, Explanation, ListName } from '../../compose/explain.ts';
import { itemKey } from '../../item/item-id.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import type { ExplanationContext } from './context.ts';
import { shortName, under } from './fields.ts';

const listNames: Record<ListName, string> = {
  merged: 'merged pull requests',
  closedUnmerged: 'pull requests closed without being merged',
  closedIssues: 'closed issues',
  active: 'active items that are still open',
  issues: 'the most active issues',
  moreIssues: 'less active issues',
};

/** Where an item is in the draft, or why it is not in it. */
export function placeInDraft(
  explanation: Explanation,
  { snapshot, template, heading }: ExplanationContext,
): string {
  const { item, lists, entry, collapsed, exclusion, absence, rank } = explanation;
  const [list] = lists;
  if (!entry || !list) return `not in it: ${whyAbsent(exclusion, absence, snapshot)}`;
  if (heading === null) {
    return rank && rank.position > rank.limit
      ? `not shown: below the limit of ${rank.limit} issues`
      : `not shown: the template ${template} leaves out ${listNames[list]}`;
  }
  const where = under(heading);
  if (collapsed) return `${where}, in the entry of all bots' pull requests`;
  const [subject, ...others] = entry.refs;
  if (subject && itemKey(subject) !== itemKey(item)) {
    return `${where}, in the entry of ${shortName(subject, snapshot)}`;
  }
  const together = others.map((other) => shortName(other, snapshot)).join(', ');
  return together === '' ? where : `${where}, together with ${together}`;
}

function whyAbsent(
  exclusion: Explanation['exclusion'],
  absence: Absence | null,
  { period }: Snapshot,
): string {
  if (exclusion?.rule === 'bots') return 'the config excludes bots';
  if (exclusion) {
    return `the config excludes it, by exclude.${exclusion.rule}: ${plainText(exclusion.evidence)}`;
  }
  if (absence && 'at' in absence) {
    return `${absence.why} ${absence.at}, ${absence.at < period.start ? 'before' : 'after'} the period`;
  }
  return absence?.why === 'no-activity'
    ? 'no activity in the period'
    : 'reports do not list such items';
}
