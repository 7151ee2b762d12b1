import type { Run } from '../run.ts';
import { activeRepositories } from './organization.ts';
import { surveyRepository, type SurveyedRepository } from './survey-repository.ts';
import { failureOf, unreadableCode, unreadableMessage, type Unreadable } from './unreadable.ts';

/** The organisations' repositories that were updated since the period's start. Warns of the unreadable. */
export async function surveyOrganizations(
  run: Run,
  organizations: readonly string[],
): Promise<{ names: string[]; unreadable: Unreadable[] }> {
  const unreadable: Unreadable[] = [];
  const names = await Promise.all(
    organizations.map(async (login) => {
      try {
        const { names, complete } = await activeRepositories(run, login);
        if (!complete) {
          run.warn('organization-cut', `The list of ${login}'s repositories is incomplete.`);
        }
        return names;
      } catch (error) {
        const failure = failureOf(error, `Organisation ${login}`, run);
        run.warn('organization-missing', unreadableMessage(login, failure));
        unreadable.push({ name: login, failure });
        return [];
      }
    }),
  );
  return { names: names.flat(), unreadable };
}

/** Looks at each repository. Warns of the unreadable, and leaves them out. */
export async function surveyRepositories(
  run: Run,
  names: readonly string[],
): Promise<{ repositories: Map<string, SurveyedRepository>; unreadable: Unreadable[] }> {
  const unreadable: Unreadable[] = [];
  const repositories = new Map<string, SurveyedRepository>();
  await Promise.all(
    names.map(async (name) => {
      try {
        repositories.set(name, await surveyRepository(run, name));
      } catch (error) {
        const failure = failureOf(error, `Repository ${name}`, run);
        run.warn(unreadableCode(failure), unreadableMessage(name, failure), name);
        unreadable.push({ name, failure });
      }
    }),
  );
  return { repositories, unreadable };
}
