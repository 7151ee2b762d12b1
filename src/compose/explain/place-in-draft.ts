import type { Exclusion } from '../../categorise/exclude.ts';
import type { Absence, Explanation, ListName } from './explanation.ts';
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
  exclusion: Exclusion | null,
  absence: Absence | null,
  { period }: Snapshot,
): string {
  if (exclusion) return whyExcluded(exclusion);
  if (absence && 'at' in absence) {
    return `${absence.why} ${absence.at}, ${absence.at < period.start ? 'before' : 'after'} the period`;
  }
  return absence?.why === 'no-activity'
    ? 'no activity in the period'
    : 'reports do not list such items';
}

export function whyExcluded({ rule, evidence }: Exclusion): string {
  const what = plainText(evidence);
  switch (rule) {
    case 'bots':
      return 'the config excludes bots';
    case 'mark':
      return `its label ${what} leaves it out`;
    case 'changelog':
      return `a line “${what}” in its body or comments leaves it out`;
    case 'branch':
      return `merged into ${what}, and branches.others excludes other branches`;
    case 'reverts':
      return `a change and its revert are left out together, by reverts: drop; the other is ${what}`;
    case 'rollup':
      return `it only merged others, which have entries of their own: ${what}`;
    case 'authors':
    case 'labels':
    case 'titles':
    case 'paths':
      return `the config excludes it, by exclude.${rule}: ${what}`;
  }
}
