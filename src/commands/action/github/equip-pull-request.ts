import * as v from 'valibot';
import { SourceError } from '../../../errors.ts';
import type { Base } from './base-files.ts';
import { explainMutation } from './explain-mutation.ts';
import { findNodes, type NamedNode } from './find-nodes.ts';
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
  const wanted = wantedIn(equipment);
  if (wanted.length === 0) return [];
  const ids = await findNodes(api, base, wanted);
  const problems = wanted.filter((one) => !ids.has(one)).map((one) => missing(one, base));
  const change = async (mutation: string, input: Record<string, unknown>): Promise<void> => {
    try {
      await api.mutate(mutation, input, '__typename', v.unknown());
    } catch (error) {
      if (!(error instanceof MutationError)) throw error;
      problems.push(explainMutation(error, base.repository, { branch }));
    }
  };
  const idsOf = (kind: NamedNode['kind']) =>
    wanted.flatMap((one) => (one.kind === kind ? (ids.get(one) ?? []) : []));
  const [labelIds, assigneeIds] = [idsOf('label'), idsOf('assignee')];
  if (labelIds.length > 0)
    await change('addLabelsToLabelable', { labelableId: pullRequestId, labelIds });
  if (assigneeIds.length > 0)
    await change('addAssigneesToAssignable', { assignableId: pullRequestId, assigneeIds });
  for (const milestoneId of idsOf('milestone'))
    await change('updatePullRequest', { pullRequestId, milestoneId });
  // One at a time: GitHub refuses all of a request for one that it doesn't accept.
  for (const id of idsOf('reviewer'))
    await change('requestReviews', { pullRequestId, userIds: [id], union: true });
  for (const id of idsOf('team'))
    await change('requestReviews', { pullRequestId, teamIds: [id], union: true });
  return problems;
}

function wantedIn(equipment: Equipment): NamedNode[] {
  const all = (kind: NamedNode['kind'], names: readonly string[]) =>
    names.map((name): NamedNode => ({ kind, name }));
  const { labels, assignees, reviewers, teamReviewers, milestone } = equipment;
  return [
    ...all('label', labels),
    ...all('assignee', assignees),
    ...all('reviewer', reviewers),
    ...all('team', teamReviewers),
    ...all('milestone', milestone === undefined ? [] : [milestone]),
  ];
}

function missing({ kind, name }: NamedNode, { repository }: Base): SourceError {
  const isPerson = kind === 'assignee' || kind === 'reviewer';
  const what = isPerson ? `account @${name}` : `${kind} "${name}"`;
  const hint =
    kind === 'team'
      ? 'A workflow’s own token can’t read teams: give the input token one of an App that may read members.'
      : `Create it, or correct the input ${kind}${kind === 'milestone' ? '' : 's'}.`;
  return new SourceError('pull-request-part', `Found no ${what} for ${repository}.`, {
    hint: `The pull request is there without it. ${hint}`,
  });
}
