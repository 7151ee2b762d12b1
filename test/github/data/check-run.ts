import { encodeId } from './ids.ts';
import type { Repository } from './repository.ts';

export interface CheckAnnotation {
  path: string;
  annotationLevel: string;
  message: string;
  title: string | null;
  rawDetails: string | null;
  location: { start: Place; end: Place };
}

interface Place {
  line: number;
  column: number | null;
}

/** What a check run says, with the names of GitHub's schema. */
export interface CheckRunFacts {
  name: string;
  headSha: string;
  /** The login of its App. */
  app: string;
  status: string;
  conclusion: string | null;
  startedAt: string | null;
  completedAt: string | null;
  detailsUrl: string | null;
  externalId: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  /** Those of all requests. */
  annotationList: readonly CheckAnnotation[];
}

export interface CheckRun extends CheckRunFacts {
  __typename: 'CheckRun';
  id: string;
  databaseId: number;
  url: string;
  permalink: string;
  resourcePath: string;
  repository: Repository;
}

/** @param number the place among the repository's check runs, from 1 */
export function checkRunOf(repository: Repository, number: number, facts: CheckRunFacts): CheckRun {
  const databaseId = repository.key * 1_000 + number;
  const resourcePath = `${repository.resourcePath}/runs/${databaseId}`;
  const url = repository.server + resourcePath;
  return {
    __typename: 'CheckRun',
    id: encodeId('CR', repository.key, number),
    ...{ databaseId, url, permalink: url, resourcePath, repository },
    ...facts,
  };
}
