import * as v from 'valibot';
import { described } from '../../../compose/view/described.ts';

const text = (description: string) => described(v.nullable(v.string()), description);
const flag = (description: string) => described(v.boolean(), description);
const amount = (description: string) => described(v.nullable(v.number()), description);
const items = (description: string) =>
  described(v.array(v.string()), `${description}, as a JSON list of \`owner/name#12\`.`);

/** The outputs of the Action, in the order of `action.yml`. Null is written as nothing. */
const outputSchema = v.strictObject({
  operation: described(
    v.picklist(['created', 'updated', 'unchanged', 'skipped', 'dry-run', 'published']),
    'What the run did: `created`, `updated` or `unchanged`; `skipped` where a person’s decision stands; `dry-run`; `published` with `mode: publish`.',
  ),
  changed: flag('Whether the report has changed: `true` or `false`.'),
  complete: flag('Whether every fact could be read: `true` or `false`.'),
  'report-path': text('The path of the report in the repository.'),
  'report-date': text('The date of the report: `2017-05-08`.'),
  'period-start': text('The first instant of the period: `2017-05-01T00:00:00Z`.'),
  'period-end': text('The instant after the period: `2017-05-08T00:00:00Z`.'),
  'pull-request-number': amount('The number of the pull request.'),
  'pull-request-url': text('The address of the pull request.'),
  branch: text('The branch that the report was committed to.'),
  'head-sha': text('The commit at the head of that branch.'),
  merged: amount('How many pull requests were merged in the period.'),
  'active-issues': amount('How many issues were active in the period.'),
  contributors: amount('How many people contributed in the period.'),
  newcomers: amount('How many of them contributed for the first time.'),
  added: items('What is in the report for the first time'),
  kept: items('What was kept in the words of the editor'),
  deleted: items('What the editor deleted, and so was left out'),
  errors: amount('How many errors `check` found.'),
  warnings: amount('How many warnings `check` found.'),
  'snapshot-path': text(
    'The path of the file with the facts, if the input `snapshot` asked for it.',
  ),
  site: text('The folder of the site in the workspace, if one was made.'),
  points: amount('How many points of GitHub’s rate limit the facts took.'),
});

export type ActionOutputs = v.InferOutput<typeof outputSchema>;

/** In the order of `action.yml`. */
export const outputNames = Object.keys(outputSchema.entries) as (keyof ActionOutputs)[];

/** What each output is, for `action.yml` and the docs. */
export function outputDescription(name: keyof ActionOutputs): string {
  return v.getDescription(outputSchema.entries[name]) ?? '';
}
