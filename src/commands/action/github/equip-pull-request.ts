import * as v from 'valibot';
import { SourceError } from '../../../errors.ts';
import type { Base } from './base-files.ts';
import { explainMutation } from './explain-mutation.ts';
import type { GitHubApi } from './github-api.ts';
import { MutationError } from './mutation-error.ts';

/** What a new pull request gets, by the names that people use. */
export interface Equipment {
  labels: readonly string[];
  assignees: readonly string[];
  reviewers: readonly string[];
  /** By slug, with or without the organisation. */
  teamReviewers: readonly string[];
  /** A number or a title. */
  milestone: string | undefined;
}

const node = v.nullish(v.object({ id: v.string() }));

/** A part of the question that finds a node, and what to do with it. */
interface Wanted {
  /** As in messages: `label "docs"`. */
  name: string;
  kind: 'label' | 'assignee' | 'reviewer' | 'team' | 'milestone';
  /** Below the repository, or at the root. */
  isOfRepository: boolean;
  /** GraphQL with `$value`, and its path to the node. */
  field: string;
  value: string | number;
  find: (value: unknown) => string | null;
}

const itself = (value: unknown) => v.parse(v.fallback(node, null), value)?.id ?? null;
const firstOf = (value: unknown) =>
  v.parse(v.fallback(v.nullish(v.object({ nodes: v.array(node) })), null), value)?.nodes[0]?.id ??
  null;
const teamOf = (value: unknown) =>
  v.parse(v.fallback(v.nullish(v.object({ team: node })), null), value)?.team?.id ?? null;

/**
 * Gives a new pull request its labels, assignees, reviewers and milestone. One that can't be given
 * keeps none of the others back.
 *
 * @returns what could not be done
 */
export async function equipPullRequest(
  api: GitHubApi,
  base: Base,
  pullRequestId: string,
  branch: string,
  equipment: Equipment,
): Promise<SourceError[]> {
  const wanted = wantedOf(equipment, base);
  if (wanted.length === 0) return [];
  const ids = await findIds(api, base, wanted);
  const idsOf = (kind: Wanted['kind']) =>
    wanted.flatMap((one) => (one.kind === kind ? (ids.get(one) ?? []) : []));
  const problems = wanted
    .filter((one) => !ids.has(one))
    .map(
      ({ name }) =>
        new SourceError('pull-request-part', `${base.repository} has no ${name}.`, {
          hint: 'The pull request is there without it. Create it, or correct the input; a token that can’t read teams finds none.',
        }),
    );
  const change = async (mutation: string, input: Record<string, unknown>, selection: string) => {
    try {
      await api.mutate(mutation, input, selection, v.unknown());
    } catch (error) {
      if (!(error instanceof MutationError)) throw error;
      problems.push(explainMutation(error, base.repository, { branch }));
    }
  };
  const [labelIds, assigneeIds, userIds, teamIds, [milestoneId]] = [
    ...[idsOf('label'), idsOf('assignee'), idsOf('reviewer'), idsOf('team'), idsOf('milestone')],
  ] as const;
  const own = 'pullRequest { id }';
  if (labelIds.length > 0)
    await change(
      'addLabelsToLabelable',
      { labelableId: pullRequestId, labelIds },
      'labelable { __typename }',
    );
  if (assigneeIds.length > 0)
    await change(
      'addAssigneesToAssignable',
      { assignableId: pullRequestId, assigneeIds },
      'assignable { __typename }',
    );
  if (milestoneId !== undefined)
    await change('updatePullRequest', { pullRequestId, milestoneId }, own);
  // GitHub refuses all of them for one that it doesn't accept.
  for (const id of userIds)
    await change('requestReviews', { pullRequestId, userIds: [id], union: true }, own);
  for (const id of teamIds)
    await change('requestReviews', { pullRequestId, teamIds: [id], union: true }, own);
  return problems;
}

function wantedOf(
  { labels, assignees, reviewers, teamReviewers, milestone }: Equipment,
  { repository }: Base,
): Wanted[] {
  const [owner = ''] = repository.split('/');
  const user =
    (kind: 'assignee' | 'reviewer') =>
    (login: string): Wanted => ({
      ...{ kind, name: `${kind} @${login}`, isOfRepository: false, value: login },
      field: 'user(login: $value) { id }',
      find: itself,
    });
  return [
    ...labels.map((label): Wanted => ({
      ...{ kind: 'label', name: `label "${label}"`, isOfRepository: true, value: label },
      field: 'label(name: $value) { id }',
      find: itself,
    })),
    ...assignees.map(user('assignee')),
    ...reviewers.map(user('reviewer')),
    ...teamReviewers.map((team): Wanted => {
      const [organization, slug] = team.includes('/') ? team.split('/') : [owner, team];
      return {
        ...{ kind: 'team', name: `team "${team}"`, isOfRepository: false, value: slug ?? '' },
        field: `organization(login: ${JSON.stringify(organization)}) { team(slug: $value) { id } }`,
        find: teamOf,
      };
    }),
    ...(milestone === undefined ? [] : [wantedMilestone(milestone)]),
  ];
}

function wantedMilestone(milestone: string): Wanted {
  const shared = {
    kind: 'milestone',
    name: `milestone "${milestone}"`,
    isOfRepository: true,
  } as const;
  return /^\d+$/.test(milestone)
    ? {
        ...shared,
        field: 'milestone(number: $value) { id }',
        value: Number(milestone),
        find: itself,
      }
    : {
        ...shared,
        field: 'milestones(query: $value, first: 1) { nodes { id } }',
        value: milestone,
        find: firstOf,
      };
}

const answerSchema = v.objectWithRest(
  { repository: v.nullish(v.record(v.string(), v.unknown())) },
  v.unknown(),
);

async function findIds(
  api: GitHubApi,
  { repository }: Base,
  wanted: readonly Wanted[],
): Promise<Map<Wanted, string>> {
  const [owner = '', name = ''] = repository.split('/');
  const variables: Record<string, unknown> = { owner, name };
  const parameters = ['$owner: String!', '$name: String!'];
  const fields = wanted.map(({ field, value, isOfRepository }, index) => {
    const variable = `v${String(index)}`;
    variables[variable] = value;
    parameters.push(`$${variable}: ${typeof value === 'number' ? 'Int!' : 'String!'}`);
    return {
      isOfRepository,
      text: `n${String(index)}: ${field.replace('$value', `$${variable}`)}`,
    };
  });
  const text = [
    `query ActionNames(${parameters.join(', ')}) {`,
    '  repository(owner: $owner, name: $name) {',
    '    id',
    ...fields.filter((one) => one.isOfRepository).map((one) => `    ${one.text}`),
    '  }',
    ...fields.filter((one) => !one.isOfRepository).map((one) => `  ${one.text}`),
    '  rateLimit { cost }',
    '}',
  ].join('\n');
  const answer = await api.query({ text, variables }, answerSchema);
  const found = new Map<Wanted, string>();
  for (const [index, one] of wanted.entries()) {
    const place = one.isOfRepository ? answer.repository : answer;
    const id = one.find(place?.[`n${String(index)}`]);
    if (id !== null) found.set(one, id);
  }
  return found;
}
