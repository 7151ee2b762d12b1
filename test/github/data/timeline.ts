import { actor } from './actor.ts';
import { encodeId } from './ids.ts';
import type { EventInput, ReferenceInput } from './input.ts';
import type { Item } from './item.ts';
import { labelOf } from './labels.ts';
import { once } from './once.ts';
import { commentsOf, commitsOf, mergeCommitOf, reviewsOf } from './parts.ts';

export interface TimelineItem {
  __typename: string;
  /** When it happened: what `since` and the order go by. */
  at: string;
}

/** Comments, submitted reviews, commits and events of an item, oldest first. */
export const timelineOf = once((item: Item): TimelineItem[] => {
  const entries: TimelineItem[] = commentsOf(item).map((comment) => ({
    ...comment,
    at: comment.createdAt,
  }));
  if (item.__typename === 'PullRequest') {
    for (const review of reviewsOf(item) ?? []) {
      if (review.submittedAt !== null) entries.push({ ...review, at: review.submittedAt });
    }
    commitsOf(item).forEach((commit, index) => {
      const path = `/commits/${commit.oid}`;
      const links = { url: item.url + path, resourcePath: item.resourcePath + path };
      const id = encodeId('PC', item.repository.key, item.number, index);
      const entry = { __typename: 'PullRequestCommit', id, commit, pullRequest: item, ...links };
      entries.push({ ...entry, at: commit.committedDate });
    });
  }
  const events = [...(item.input.events ?? []), ...endings(item)];
  entries.push(...events.map((input, index) => eventOf(item, input, index)));
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
});

/** The merging and closing that the item's dates imply, where the data do not spell them out. */
function endings(item: Item): EventInput[] {
  const derived: EventInput[] = [];
  const by = item.__typename === 'PullRequest' && item.merged ? item.mergedBy : item.closedBy;
  for (const [type, createdAt] of [
    ['MergedEvent', item.mergedAt],
    ['ClosedEvent', item.closedAt],
  ] as const) {
    const given = item.input.events?.some(
      (one) => one.type === type && one.createdAt === createdAt,
    );
    if (createdAt !== null && !given) derived.push({ type, createdAt, actor: by });
  }
  return derived;
}

function eventOf(item: Item, input: EventInput, index: number): TimelineItem {
  const by = input.actor === undefined ? item.author : input.actor;
  const fragment = `#event-${item.number}${index}`;
  const event = {
    __typename: input.type,
    id: encodeId('EV', item.repository.key, item.number, index),
    createdAt: input.createdAt,
    actor: actor(by, item.repository.server),
    url: item.url + fragment,
    resourcePath: item.resourcePath + fragment,
    ...(item.__typename === 'PullRequest' && { pullRequest: item }),
    ...details[input.type]?.(item, input),
  };
  return { ...event, at: input.createdAt };
}

const details: Record<string, (item: Item, input: EventInput) => object> = {
  ClosedEvent: (item, { closer, stateReason = 'COMPLETED' }) => ({
    closable: item,
    closer: referenced(item, closer),
    stateReason: item.__typename === 'Issue' ? stateReason : null,
  }),
  ReopenedEvent: (item, { stateReason = null }) => ({ closable: item, stateReason }),
  MergedEvent: (item) =>
    item.__typename === 'PullRequest'
      ? { commit: mergeCommitOf(item), mergeRefName: item.baseRefName }
      : {},
  LabeledEvent: (item, { label = '' }) => ({
    label: labelOf(item.repository, label),
    labelable: item,
  }),
  UnlabeledEvent: (item, { label = '' }) => ({
    label: labelOf(item.repository, label),
    labelable: item,
  }),
  RenamedTitleEvent: (item, { previousTitle = '', currentTitle = item.title }) => ({
    previousTitle,
    currentTitle,
    subject: item,
  }),
  CrossReferencedEvent: (item, { source, createdAt, willCloseTarget = false }) => {
    const from = referenced(item, source);
    const isCrossRepository = from?.repository !== item.repository;
    return {
      source: from,
      target: item,
      referencedAt: createdAt,
      isCrossRepository,
      willCloseTarget,
    };
  },
};

function referenced(item: Item, reference: ReferenceInput | undefined): Item | null {
  return reference === undefined ? null : item.repository.data.find(reference, item.repository);
}
