import * as v from 'valibot';
import type { ItemId } from '../../../../item/item-id.ts';
import type { Fragment } from '../../facts/fragment.ts';
import type { IssueFacts, PullRequestFacts } from '../../facts/item-facts.ts';
import { onlyPart, type Field } from '../../request/field.ts';
import type { Run } from '../../run.ts';
import { unitsPerItem } from './item-query.ts';

/** One of the two, or neither. */
interface IssueOrPullRequest {
  issue?: IssueFacts;
  pull?: PullRequestFacts;
}

const item = v.nullish(v.looseObject({ __typename: v.string() }));
const answer = v.nullish(v.object({ item }));

/**
 * The issue or pull request with the number. A discussion's number gives neither.
 *
 * @throws {Failure} when GitHub can't answer
 */
export async function readByNumber(
  run: Run,
  { repository, number }: ItemId,
): Promise<IssueOrPullRequest> {
  const { issues, pullRequests } = run;
  return run.requester.ask(numberField(repository, number, issues.facts, pullRequests.facts));
}

function numberField(
  repository: string,
  number: number,
  issues: Fragment<IssueFacts>,
  pulls: Fragment<PullRequestFacts>,
): Field<IssueOrPullRequest> {
  const [owner = '', name = ''] = repository.split('/');
  const slim = issues.slim && pulls.slim && ([issues.slim, pulls.slim] as const);
  return {
    operation: 'PullRequests',
    text: `repository(owner: $owner, name: $name) {
    item: issueOrPullRequest(number: $number) {
      __typename ...${issues.name} ...${pulls.name}
    }
  }`,
    fragments: [issues.definition, pulls.definition],
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: name },
      number: { type: 'Int!', value: number },
    },
    units: unitsPerItem(issues),
    read(value) {
      const found = v.parse(answer, value)?.item;
      if (found?.__typename === 'Issue') return { issue: issues.read(found) };
      if (found?.__typename === 'PullRequest') return { pull: pulls.read(found) };
      return {};
    },
    split: slim && (() => ({ fields: [numberField(repository, number, ...slim)], join: onlyPart })),
  };
}
