import * as v from 'valibot';
import type { ItemId } from '../../../snapshot/reference.ts';
import type { IssueFacts, PullRequestFacts } from '../read/items.ts';
import type { Field } from '../request/field.ts';
import type { Run } from '../run.ts';

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
  const [owner = '', name = ''] = repository.split('/');
  const field: Field<Numbered> = {
    operation: 'PullRequests',
    text: `repository(owner: $owner, name: $name) {
    item: issueOrPullRequest(number: $number) {
      __typename ...${issues.facts.name} ...${pullRequests.facts.name}
    }
  }`,
    fragments: [issues.facts.fragment, pullRequests.facts.fragment],
    variables: {
      owner: { type: 'String!', value: owner },
      name: { type: 'String!', value: name },
      number: { type: 'Int!', value: number },
    },
    units: 1,
    read(value) {
      const found = v.parse(answer, value)?.item;
      if (found?.__typename === issues.typename) return { issue: issues.facts.read(found) };
      if (found?.__typename === pullRequests.typename) {
        return { pull: pullRequests.facts.read(found) };
      }
      return {};
    },
  };
  return run.requester.ask(field);
}
