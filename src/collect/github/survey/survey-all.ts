import type { TimeWindow } from '../../../period/earlier.ts';
import type { Run } from '../run.ts';
import { activeRepositories } from './organization.ts';
import { surveyRepository, type SurveyedRepository } from './survey-repository.ts';
import { failureOf, unreadableCode, unreadableMessage, type Unreadable } from './unreadable.ts';

/**
 * The organisations' repositories that were updated since the period's start, and as `quiet` those that
 * were only updated before, since the start of an earlier one. Warns of the unreadable.
 */
export async function surveyOrganizations(
  run: Run,
  organizations: readonly string[],
  earliest: { start: string },
): Promise<{ names: string[]; quiet: string[]; unreadable: Unreadable[] }> {
  const unreadable: Unreadable[] = [];
  const owned = await Promise.all(
    organizations.map(async (login) => {
      try {
        const { active, complete } = await activeRepositories(run, login, earliest.start);
        if (!complete) {
          run.warn('organization-cut', `The list of ${login}'s repositories is incomplete.`);
        }
        return active;
      } catch (error) {
        const failure = failureOf(error, `Organisation ${login}`, run);
        run.warn('organization-missing', unreadableMessage(login, failure));
        unreadable.push({ name: login, failure });
        return [];
      }
    }),
  );
  const named = (isQuiet: boolean) =>
    owned.flat().flatMap((one) => (one.updatedAt < run.period.start === isQuiet ? one.name : []));
  return { names: named(false), quiet: named(true), unreadable };
}

/** Looks at each repository. Warns of the unreadable, and leaves them out. */
export async function surveyRepositories(
  run: Run,
  names: readonly string[],
  earlier: readonly TimeWindow[],
): Promise<{ repositories: Map<string, SurveyedRepository>; unreadable: Unreadable[] }> {
  const unreadable: Unreadable[] = [];
  const repositories = new Map<string, SurveyedRepository>();
  await Promise.all(
    names.map(async (name) => {
      try {
        repositories.set(name, await surveyRepository(run, name, earlier));
      } catch (error) {
        const failure = failureOf(error, `Repository ${name}`, run);
        run.warn(unreadableCode(failure), unreadableMessage(name, failure), name);
        unreadable.push({ name, failure });
      }
    }),
  );
  return { repositories, unreadable };
}
