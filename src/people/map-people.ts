import type { Act, Person, Snapshot } from '../snapshot/schema.ts';

/** A snapshot with every person in it replaced. */
export function mapPeople(snapshot: Snapshot, change: (person: Person) => Person): Snapshot {
  const acts = (activity: readonly Act[]): Act[] =>
    activity.map((act) => ({ ...act, by: change(act.by) }));
  return {
    ...snapshot,
    pullRequests: snapshot.pullRequests.map((pull) => ({
      ...pull,
      author: change(pull.author),
      mergedBy: pull.mergedBy && change(pull.mergedBy),
      coAuthors: pull.coAuthors.map(change),
      activity: acts(pull.activity),
    })),
    issues: snapshot.issues.map((issue) => ({
      ...issue,
      author: change(issue.author),
      activity: acts(issue.activity),
    })),
    commits: snapshot.commits.map((commit) => ({
      ...commit,
      author: change(commit.author),
      coAuthors: commit.coAuthors.map(change),
    })),
  };
}

/** Everybody in a snapshot, with repetitions. */
export function peopleIn(snapshot: Snapshot): Person[] {
  const people: Person[] = [];
  mapPeople(snapshot, (person) => {
    people.push(person);
    return person;
  });
  return people;
}
