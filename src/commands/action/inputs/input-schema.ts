import * as v from 'valibot';
import { repositoryValue } from '../../../config/schema/value-schemas.ts';
import { sourceNames } from '../../../snapshot/sources.ts';
import {
  baseAddressInput,
  choiceInput,
  countInput,
  defaultedInput,
  flagInput,
  folderInput,
  listInput,
  personInput,
  pathInput,
  patternInput,
  teamValue,
  textInput,
} from './input-values.ts';

/** The inputs of the Action, in the order of `action.yml`. */
export const inputSchema = v.object({
  token: textInput('The token that the report is written with, and the facts are read.'),
  'read-token': textInput(
    'Another token to read the facts with, for repositories that `token` can’t read.',
  ),
  mode: choiceInput(
    ['pull-request', 'commit', 'none', 'publish'],
    'pull-request',
    '`pull-request` keeps a pull request with the draft, `commit` commits it to `base`, `none` only writes the file in the workspace; `publish` drafts nothing and only makes the site.',
  ),
  week: textInput(
    'The last full week up to a date (`2017-05-08`), or an ISO week (`2017-W18`). Without a period, the last full week.',
  ),
  month: textInput(
    'A calendar month (`2018-01`), or `last` for the last full one, instead of a week.',
  ),
  since: textInput('The first day of the period, or an instant; with `until`.'),
  until: textInput('The last day of the period (included), or an instant (excluded).'),
  timezone: textInput('An IANA timezone. Default: from the config, or UTC.'),
  repositories: listInput(
    repositoryValue,
    'A list of the repositories to report on, as `owner/name`. Default: from the config, or this one.',
  ),
  organizations: listInput(
    v.string(),
    'A list of the organisations whose repositories are all reported on. Default: from the config.',
  ),
  source: defaultedInput(
    'auto',
    `Where the facts are from: \`auto\`, ${sourceNames.map((name) => `\`${name}\``).join(', ')}, or the path of a saved snapshot.`,
  ),
  config: pathInput(
    'The path of the config. Default: `devreport.yml`, at the root or in `.github/`.',
  ),
  template: pathInput('A built-in layout, or the path of a Handlebars file.'),
  output: patternInput(
    'The path of the report, with the placeholders of `file` in the config. Default: from the config, or `reports/{date}.md`.',
  ),
  seen: listInput(
    v.string(),
    'A list of the items whose changes the editor has seen, as `owner/name#12` or `#12`.',
  ),
  base: textInput(
    'The branch that the report is for, with the config and the earlier reports. Default: the default branch.',
  ),
  branch: defaultedInput(
    'devreport/{date}',
    'The branch of the pull request, with placeholders for the report: `{date}`, its parts `{year}`, `{month}` and `{day}`, `{week}`, `{start}`, `{end}`, `{cadence}`, `{number}` or `{slug}`.',
  ),
  'commit-message': textInput(
    `The message of commits, with the same placeholders as \`pr-title\`. Default: \`Add {report}\`, later \`Update {report}\`.`,
  ),
  signoff: flagInput('false', 'Whether commits are signed off: `Signed-off-by:`.'),
  'pr-title': defaultedInput(
    '{title}',
    `The title of the pull request, with the same placeholders as \`branch\`, and \`{title}\` and \`{report}\` for the title and the path of the report.`,
  ),
  draft: choiceInput(
    ['create', 'always', 'never'],
    'create',
    'Whether the pull request is a draft: `create` opens it as one and then leaves that to people, `always` also makes it one again with each change, `never` opens it ready for review.',
  ),
  labels: listInput(v.string(), 'A list of labels for the pull request.'),
  assignees: listInput(personInput, 'A list of the people to assign, by their logins.'),
  reviewers: listInput(personInput, 'A list of the people to ask for a review, by their logins.'),
  'team-reviewers': listInput(
    teamValue,
    'A list of the teams to ask for a review, as `team` or `owner/team`.',
  ),
  milestone: textInput('The milestone of the pull request, by its number or title.'),
  check: choiceInput(
    ['off', 'report', 'fail'],
    'report',
    'Whether the report is checked: `off`, `report` what `devreport check` finds, or also `fail` the job for its errors.',
  ),
  'max-warnings': countInput('More warnings of `check` than this are as bad as an error.'),
  strict: flagInput('false', 'Whether to fail without writing if any facts are missing.'),
  wait: flagInput('false', 'Whether to wait until GitHub’s rate limit resets, however long.'),
  'dry-run': flagInput('false', 'Whether to only show what would be done.'),
  snapshot: pathInput('The path in the workspace of a file for the facts.'),
  publish: folderInput(
    'The folder in the workspace of a site of the reports that are checked out. Default: none; with `mode: publish`, from the config, or `site`.',
  ),
  'publish-base': baseAddressInput(
    'Where that site will be, like `https://name.github.io/project/`; feeds need it. Default: from the config.',
  ),
  summary: flagInput('true', 'Whether the page of the run shows the report, and what was done.'),
});

export type InputName = keyof typeof inputSchema.entries;

/** The inputs that have a value, as they are written. */
export type GivenInputs = Partial<Record<InputName, string>>;

/** In the order of `action.yml`. */
export const inputNames = Object.keys(inputSchema.entries) as InputName[];

/** The default that the code fills in; undefined without one. */
export function inputDefault(name: InputName): string | undefined {
  const schema: { default?: unknown } = inputSchema.entries[name];
  return typeof schema.default === 'string' && schema.default !== '' ? schema.default : undefined;
}

/** What an input is, for `action.yml` and the docs. */
export function inputDescription(name: InputName): string {
  return v.getDescription(inputSchema.entries[name]) ?? '';
}
