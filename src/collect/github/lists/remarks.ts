import * as v from 'valibot';
import { readChangelogLine, type ChangelogLine } from '../../body/changelog-line.ts';
import { mapped, object, scalar } from '../facts/fact.ts';
import type { PullRequestFacts } from '../facts/item-facts.ts';
import type { List } from '../facts/list.ts';
import { actor } from '../facts/people.ts';
import { dateTime, identifier, shortText } from '../facts/scalars.ts';
import type { Run } from '../run.ts';
import { pageField, type ListOwner } from './page-field.ts';
import { readPages, type PagesRead } from './read-pages.ts';

/** What a comment says for the changelog. */
export interface Remark {
  id: string;
  at: string;
  /** Null without such a line, and where it is a bot's or a stranger's. */
  line: ChangelogLine | null;
}

/** Fewer than a page can have: bodies are long, and few pull requests have more comments. */
const commentsOnPage = 30;

/** Those who take part in the repository. Anybody else could take an item out of its report. */
const trusted = ['OWNER', 'MEMBER', 'COLLABORATOR', 'CONTRIBUTOR'];

const comment = object({
  id: scalar(identifier),
  createdAt: scalar(dateTime),
  author: actor,
  authorAssociation: scalar(shortText),
  body: scalar(v.string()),
});

export const noRemarks: PagesRead<Remark> = { nodes: [], complete: true };

/** What the comments on the pull request say for the changelog, oldest first. */
export async function readRemarks(
  { requester }: Run,
  { id, author: { login } }: PullRequestFacts,
): Promise<PagesRead<Remark>> {
  const owner: ListOwner = {
    operation: 'Lists',
    text: (selection) => `node(id: $id) { ... on PullRequest { ${selection} } }`,
    variables: { id: { type: 'ID!', value: id } },
  };
  const list: List<Remark> = {
    field: 'comments',
    first: commentsOnPage,
    node: mapped(comment, ({ id, createdAt, author, authorAssociation, body }) => {
      const mayDecide = trusted.includes(authorAssociation) || author.login === login;
      const isHeard = author.type === 'user' && mayDecide;
      return { id, at: createdAt, line: isHeard ? readChangelogLine([body]) : null };
    }),
    key: (remark) => remark.id,
  };
  return readPages((after) => requester.ask(pageField(owner, list, after, list.first)), list);
}
