import * as v from 'valibot';
import type { ItemId } from '../../../../item/item-id.ts';
import type { IssueFacts, PullRequestFacts, Selection } from '../../facts/item-facts.ts';
import { onlyPart, type Field } from '../../request/field.ts';
import type { Run } from '../../run.ts';
import { weightOf } from './item-query.ts';

/** One of both, or none. */
interface Numbered {
  issue?: IssueFacts;
  pull?: PullRequestFacts;
}

const item = v.nullish(v.looseObject({ __typename: v.string() }));
const answer = v.nullish(v.object({ item }));

/**
 * What has a number: an issue or a pull request. A number may also be nobody's, or a discussion's.
 *
 * @throws {Failure} when GitHub does not say
 */
export async function readNumbered(run: Run, { repository, number }: ItemId): Promise<Numbered> {
  const { issues, pullRequests } = run;
  return run.requester.ask(numberedField(repository, number, issues.facts, pullRequests.facts));
}

function numberedField(
  repository: string,
  number: number,
  issues: Selection<IssueFacts>,
  pulls: Selection<PullRequestFacts>,
): Field<Numbered> {
  const [owner = '', name = ''] = repository.split('/');
  const slim = issues.slim && pulls.slim && ([issues.slim, pulls.slim] as const);
  return {
    operation: 'PullRequests',
    text: `repository(owner: $owner, name: $name) {
    item: issueOrPullRequest(number: $number) {
      __typename ...${issues.name} ...${pulls.name}
    }
  }`,
    fragments: [issues.fragment, pulls.fragment],
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: name },
      number: { type: 'Int!', value: number },
    },
    units: weightOf(issues),
    read(value) {
      const found = v.parse(answer, value)?.item;
      if (found?.__typename === 'Issue') return { issue: issues.read(found) };
      if (found?.__typename === 'PullRequest') return { pull: pulls.read(found) };
      return {};
    },
    shrink:
      slim && (() => ({ fields: [numberedField(repository, number, ...slim)], join: onlyPart })),
  };
}
