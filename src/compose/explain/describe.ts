import type { Explanation } from './explanation.ts';
import { type ItemId, itemUrl } from '../../item/item-id.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import type { ExplanationContext } from './context.ts';
import { creditLines } from './credit-lines.ts';
import { field } from './fields.ts';
import { placeInDraft } from './place-in-draft.ts';
import { rankLines } from './rank-lines.ts';
import { relatedLines } from './related-lines.ts';
import { sectionLines } from './section-lines.ts';
import { laterState, stateOf, type ThenAndNow } from './state.ts';
import { sources } from '../../snapshot/sources.ts';

/** Describes an explanation, line by line. */
export function describe(explanation: Explanation, context: ExplanationContext): string[] {
  const { item, kind } = explanation;
  const { snapshot } = context;
  return [
    `${item.repository}#${item.number} ${plainText(item.title)}`,
    itemUrl(snapshot.server, item, kind),
    '',
    ...reasonLines(explanation, context),
    factsLine(snapshot),
  ];
}

/** What decided about an item, without its title, its address and the source of the facts. */
export function reasonLines(explanation: Explanation, context: ExplanationContext): string[] {
  const { snapshot } = context;
  return [
    field('state', stateOf(explanation, context)),
    field('draft', placeInDraft(explanation, context)),
    ...sectionLines(explanation, context),
    ...relatedLines(explanation),
    ...(explanation.rank ? rankLines(explanation.rank, snapshot) : []),
    ...creditLines(explanation, snapshot),
  ];
}

/** Describes an item that the facts of the period lack. */
export function describeUnknown({ repository, number }: ItemId, known: ThenAndNow): string[] {
  const nothing = known.today === null ? 'unknown item' : 'no known activity in the period';
  return [
    `${repository}#${number}`,
    '',
    field('draft', `not in it: ${laterState(known) ?? nothing}`),
    factsLine(known.snapshot),
  ];
}

/** Describes an item of a repository that the report doesn't cover. */
export function describeForeign(
  id: ItemId,
  explanation: Explanation | null,
  reported: readonly string[],
  snapshot: Snapshot,
): string[] {
  const { repository, number } = explanation?.item ?? id;
  const why = `${repository} is not a repository of the report: ${reported.join(', ')}`;
  return [
    `${repository}#${number}${explanation ? ` ${plainText(explanation.item.title)}` : ''}`,
    ...(explanation ? [itemUrl(snapshot.server, explanation.item, explanation.kind)] : []),
    '',
    ...(explanation ? [field('state', stateOf(explanation, { snapshot, today: null }))] : []),
    field('draft', `not in it: ${why}`),
    factsLine(snapshot),
  ];
}

function factsLine({ collected, period }: Snapshot): string {
  return field(
    'facts',
    `from ${sources[collected.source].title}, ${period.start} to ${period.end}`,
  );
}
