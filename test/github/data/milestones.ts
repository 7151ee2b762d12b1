import { encodeId } from './ids.ts';
import type { Repository } from './repository.ts';

export interface Milestone {
  __typename: 'Milestone';
  id: string;
  number: number;
  title: string;
  state: 'OPEN' | 'CLOSED';
  closed: boolean;
  dueOn: string | null;
  url: string;
  resourcePath: string;
  repository: Repository;
}

/** The repository's milestones, by their numbers. */
export function milestonesOf(repository: Repository): Milestone[] {
  return repository.milestones.map((given, index) => {
    const {
      title,
      state = 'OPEN',
      dueOn = null,
    } = typeof given === 'string' ? { title: given } : given;
    const number = index + 1;
    const resourcePath = `${repository.resourcePath}/milestone/${number}`;
    return {
      __typename: 'Milestone',
      id: encodeId('MI', repository.key, number),
      ...{ number, title, state, dueOn, resourcePath, repository },
      closed: state === 'CLOSED',
      url: repository.server + resourcePath,
    };
  });
}
