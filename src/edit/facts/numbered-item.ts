import { reasonLines } from '../../compose/explain/describe.ts';
import type { Explanation } from '../../compose/explain/explanation.ts';
import { itemName } from '../../compose/refs.ts';
import { itemKey, itemUrl } from '../../item/item-id.ts';
import { plainLine, plainParagraph, plainText } from '../../markdown/plain-text.ts';
import type { Issue, PullRequest } from '../../snapshot/schema.ts';
import type { FactItem } from '../protocol.ts';
import type { ItemContext } from './item-context.ts';
import { peopleInItem } from './people-in-item.ts';

/** A pull request or an issue, as the desk shows it. */
export function numberedItem(
  item: PullRequest | Issue,
  { snapshot, config, naming, explainer, places }: ItemContext,
): FactItem {
  const id = itemKey(item);
  const kind = 'files' in item ? 'pull' : 'issue';
  const heading = places.headingOf(id);
  const { sections, template } = config;
  const explanation = explainer.of(id);
  const files = 'files' in item ? item.files : null;
  const note = 'note' in item ? item.note : null;
  return {
    ...{ id, kind, label: itemName(item, naming) },
    url: itemUrl(naming.server, item, kind),
    title: plainText(item.title),
    state: item.state,
    list: explanation ? listOf(explanation, places.has(id)) : 'ongoing',
    why: explanation
      ? reasonLines(explanation, { snapshot, sections, template, heading, today: null })
      : [],
    section: places.sectionOf(id),
    people: peopleInItem(item),
    labels: item.labels.map(plainText),
    files:
      files?.map(({ path, additions, deletions }) => ({
        ...{ path: plainLine(path), additions, deletions },
      })) ?? null,
    note: note === null ? null : plainParagraph(note),
    body: item.body ?? null,
  };
}

/** Of an issue in several lists, where most layouts have it: among the active ones, by its rank. */
function listOf({ item, lists, exclusion }: Explanation, isDrafted: boolean): FactItem['list'] {
  if (exclusion) return 'excluded';
  if (lists.includes('merged')) return 'merged';
  if (lists.includes('issues')) return 'issues';
  const isClosed = lists.includes('closedUnmerged') || lists.includes('closedIssues');
  const isShown = isDrafted && (isClosed || lists.includes('active'));
  if (lists.includes('moreIssues') && !isShown) return 'less-active';
  return isClosed || item.state === 'closed' || item.state === 'merged' ? 'closed' : 'ongoing';
}
