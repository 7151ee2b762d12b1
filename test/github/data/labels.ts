import { hash } from '../random.ts';
import type { Repository } from './repository.ts';
import type { LabelInput } from './named-input.ts';

export interface Label {
  __typename: 'Label';
  id: string;
  name: string;
  color: string;
  description: string | null;
  isDefault: boolean;
}

/** The label of that name, which need not be one of the repository's. Names know no case. */
export function labelOf(repository: Repository, name: string): Label {
  const given: LabelInput = repository.labels.get(name.toLowerCase()) ?? { name };
  const id = `LA_kwDO${hash(`${repository.nameWithOwner}:${given.name}`).toString(36)}`;
  const { color = 'ededed', description = null } = given;
  return { __typename: 'Label', id, name: given.name, color, description, isDefault: false };
}

/** All labels of the repository: those that the data name, as they were made, and those that items have. */
export function labelsOf(repository: Repository): Label[] {
  const names = new Map(
    [...repository.labels.values()].map(({ name }) => [name.toLowerCase(), name]),
  );
  for (const type of ['Issue', 'PullRequest'] as const) {
    for (const { labelNames } of repository.list(type)) {
      for (const name of labelNames ?? []) names.set(name.toLowerCase(), name);
    }
  }
  return [...names.values()].map((name) => labelOf(repository, name));
}
