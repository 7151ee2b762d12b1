import type { Item } from '../data/item.ts';
import { labelOf, labelsOf, type Label } from '../data/labels.ts';
import { nodeOf } from '../data/node.ts';
import type { Repository } from '../data/repository.ts';
import { ApiError } from '../errors.ts';
import type { Context } from '../resolve/context.ts';
import { nodeOfType, requireWrite, unprocessable } from './handler.ts';
import { assignable } from './pull-requests.ts';

/** Labels and people, which issues and pull requests are given alike. */

export function addLabelsToLabelable(
  { labelableId, labelIds }: { labelableId: string; labelIds: string[] },
  context: Context,
) {
  const item = itemOf(context, labelableId);
  requireWrite(context, item.repository, 'AddLabelsToLabelable', ['issues', 'pull-requests']);
  const own = labelsOf(item.repository).map(({ id }) => id);
  const added = labelIds.map((id) => {
    const { name } = nodeOfType<Label>(context, 'Label', id);
    if (!own.includes(id)) unprocessable('Label is not one of the repository');
    return name;
  });
  const labels = [...new Set([...(item.labelNames ?? []), ...added])];
  return { labelable: update(item, { labels }, context) };
}

export function addAssigneesToAssignable(
  { assignableId, assigneeIds }: { assignableId: string; assigneeIds: string[] },
  context: Context,
) {
  const item = itemOf(context, assignableId);
  requireWrite(context, item.repository, 'AddAssigneesToAssignable', ['issues', 'pull-requests']);
  const added = assignable(item, assigneeIds, context);
  const assignees = [...new Set([...(item.input.assignees ?? []), ...added])];
  return { assignable: update(item, { assignees }, context) };
}

interface CreateLabel {
  repositoryId: string;
  name: string;
  color: string;
  description?: string | null;
}

export function createLabel({ repositoryId, ...given }: CreateLabel, context: Context) {
  const repository = nodeOfType<Repository>(context, 'Repository', repositoryId);
  requireWrite(context, repository, 'CreateLabel', ['issues', 'pull-requests']);
  const { name, color, description } = given;
  const wanted = name.toLowerCase();
  if (labelsOf(repository).some((label) => label.name.toLowerCase() === wanted))
    unprocessable('Name has already been taken');
  repository.labels.set(wanted, { name, color, ...(description && { description }) });
  return { label: labelOf(repository, name) };
}

function itemOf({ data }: Context, id: string): Item {
  const node = nodeOf(data, id) as Item | { __typename?: never } | null;
  if (node?.__typename === 'Issue' || node?.__typename === 'PullRequest') return node;
  throw new ApiError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
}

function update({ repository, number }: Item, changes: object, { at }: Context): Item {
  return repository.update(number, { ...changes, updatedAt: at });
}
