import * as v from 'valibot';
import { weekdays } from '../period/resolve.ts';
import { isTimezone } from '../period/timezone.ts';
import { isRuleId } from './rule-ids.ts';

const glob = v.pipe(v.string(), v.minLength(1, 'expected a glob, like kernel/**'));
const regularExpression = v.pipe(
  v.string(),
  v.minLength(1, 'expected a regular expression'),
  v.check(isRegularExpression, 'not a regular expression'),
);
const repository = v.pipe(
  v.string(),
  v.regex(/^[\w.-]+\/[\w.-]+$/, 'expected a repository like linuxkit/linuxkit'),
);
// Of ASCII only small letters, digits and hyphens. Other letters are fine; JSON Schema has no way to
// say so by their kind, because its patterns take no flags.
const sectionId = v.pipe(
  v.string(),
  v.regex(/^(?!-)[^\s!-,./:-@A-Z[-`{-~]+$/, 'expected an id like core or test-suite'),
);

const list = <T extends v.GenericSchema>(item: T, description: string) =>
  v.pipe(v.optional(v.array(item), []), v.description(description));

export const sectionSchema = v.strictObject({
  title: v.pipe(
    v.string(),
    v.minLength(1, 'expected a title'),
    v.description('The heading of the section.'),
  ),
  id: v.pipe(
    v.optional(sectionId),
    v.description(
      'The name that `fallback`, `overrides` and `report/<id>` labels use. Default: made from the title.',
    ),
  ),
  claims: v.pipe(
    v.optional(
      v.pipe(v.number(), v.integer('expected a whole number'), v.minValue(1, 'expected 1 or more')),
    ),
    v.description(
      'The place in the order in which sections claim what several match; 1 claims first. Default: the place in the list.',
    ),
  ),
  labels: list(v.string(), 'Labels of a pull request, or of an issue it resolves, as globs.'),
  titles: list(
    regularExpression,
    'Regular expressions for the title of a pull request, case ignored.',
  ),
  authors: list(v.string(), 'Logins of authors.'),
  paths: list(glob, 'Globs for changed files; one matching file is enough.'),
  share: v.pipe(
    v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, 'expected a share from 0 to 1'),
        v.maxValue(1, 'expected a share from 0 to 1'),
      ),
    ),
    v.description('Ask that at least this part of the changed files match `paths`, from 0 to 1.'),
  ),
  repositories: list(
    repository,
    'The only repositories the section takes from. With no other rule it takes everything of theirs, before labels are asked.',
  ),
});

export const defaultSections: v.InferInput<typeof sectionSchema>[] = [
  {
    title: 'Core',
    claims: 3,
    labels: ['area/cli', 'area/core'],
    titles: ['^(cmd|cli|linuxkit|moby)[:/]'],
    paths: ['src/**', 'cmd/**', 'linuxkit.yml'],
  },
  {
    title: 'Kernel',
    claims: 1,
    labels: ['area/kernel'],
    titles: ['^kernels?[:/]'],
    paths: ['kernel/**'],
  },
  {
    title: 'Packages',
    claims: 2,
    labels: ['area/packages'],
    titles: ['^(pkg|packages?)[:/]'],
    paths: ['pkg/**', 'base/**', 'tools/**', 'alpine/**'],
  },
  {
    title: 'Testing',
    claims: 4,
    labels: ['area/testing', 'area/ci'],
    titles: ['^(tests?|ci)[:/]'],
    paths: ['test/**', 'Makefile', '.circleci/**', 'Jenkinsfile'],
  },
];

const standingSectionSchema = v.strictObject({
  title: v.pipe(v.string(), v.minLength(1, 'expected some text'), v.description('The heading.')),
  text: v.pipe(
    v.optional(v.string(), ''),
    v.description(
      'Markdown below the heading. Without it, a comment asks the editor for the text.',
    ),
  ),
});

export const configSchema = v.strictObject({
  repositories: list(repository, 'The repositories to report on, as `owner/name`.'),
  organizations: list(
    v.string(),
    'Organisations of which every repository is reported on (GitHub only).',
  ),
  timezone: v.pipe(
    v.optional(v.pipe(v.string(), v.check(isTimezone, 'not an IANA timezone')), 'UTC'),
    v.description('The IANA timezone in which weeks, months and days begin.'),
  ),
  weekStart: v.pipe(
    v.optional(v.picklist(weekdays), 'monday'),
    v.description('The first day of the week for `--week DATE`.'),
  ),
  sections: v.pipe(
    v.optional(
      v.pipe(v.array(sectionSchema), v.minLength(1, 'expected at least one section')),
      defaultSections,
    ),
    v.description('The sections of merged pull requests, in the order they are shown.'),
  ),
  fallback: v.pipe(
    v.optional(sectionId),
    v.description('The id of the section for what no section claims. Default: the first one.'),
  ),
  overrides: v.pipe(
    v.optional(
      v.record(
        v.pipe(
          v.string(),
          v.regex(/^[\w.-]+\/[\w.-]+#[1-9]\d*$/, 'expected an item like linuxkit/linuxkit#1764'),
        ),
        sectionId,
      ),
      {},
    ),
    v.description(
      'Section ids for single pull requests, as `owner/name#number: id`. Strongest of all.',
    ),
  ),
  bots: v.pipe(
    v.optional(v.picklist(['collapse', 'list', 'exclude']), 'collapse'),
    v.description(
      "What becomes of bots' pull requests: one entry a section, an entry each, or none.",
    ),
  ),
  exclude: v.pipe(
    v.optional(
      v.strictObject({
        authors: list(v.string(), 'Logins.'),
        labels: list(v.string(), 'Labels, as globs.'),
        titles: list(regularExpression, 'Regular expressions, case ignored.'),
        paths: list(glob, 'Globs; a pull request is left out when every changed file matches.'),
      }),
      {},
    ),
    v.description('Items to leave out; the report says how many were.'),
  ),
  title: v.pipe(
    v.optional(v.pipe(v.string(), v.minLength(1, 'expected some text')), 'Development report'),
    v.description('The start of the report’s title; “for” and the date follow.'),
  ),
  introduction: v.pipe(
    v.optional(
      v.string(),
      'Feel free to send PRs if you want to add to these reports (or correct them).',
    ),
    v.description('Markdown that stands below the title of every report.'),
  ),
  closing: v.pipe(
    v.optional(v.array(standingSectionSchema), [{ title: 'Blogs' }, { title: 'Planned changes' }]),
    v.description('The sections that every report ends with.'),
  ),
  template: v.pipe(
    v.optional(v.pipe(v.string(), v.minLength(1, 'expected some text')), 'weekly'),
    v.description(
      'The name of a layout, or the path of a Handlebars file, relative to the config.',
    ),
  ),
  limits: v.pipe(
    v.optional(
      v.strictObject({
        issues: v.pipe(
          v.optional(
            v.pipe(
              v.number(),
              v.integer('expected a whole number'),
              v.minValue(0, 'expected 0 or more'),
            ),
            10,
          ),
          v.description('How many of the most active issues are shown.'),
        ),
      }),
      {},
    ),
    v.description('How much is shown.'),
  ),
  check: v.pipe(
    v.optional(
      v.strictObject({
        rules: v.pipe(
          v.optional(
            v.record(
              v.pipe(
                v.string(),
                v.check(isRuleId, 'no rule of `devreport check`; docs/rules.md lists them'),
              ),
              v.picklist(['error', 'warning', 'info', 'off']),
            ),
            {},
          ),
          v.description('Severities by the rule’s id: `error`, `warning`, `info` or `off`.'),
        ),
        words: list(v.string(), 'Words of your own that are spelt right.'),
      }),
      {},
    ),
    v.description('How `devreport check` judges; docs/rules.md lists the rules.'),
  ),
  github: v.pipe(
    v.optional(
      v.strictObject({
        url: v.pipe(
          v.optional(v.pipe(v.string(), v.url('expected a URL'))),
          v.description(
            'The API of a GitHub Enterprise Server, like `https://github.example.com/api`.',
          ),
        ),
      }),
      {},
    ),
    v.description('Where GitHub is, when it is not github.com.'),
  ),
});

export type ConfigInput = v.InferInput<typeof configSchema>;
type ConfigOutput = v.InferOutput<typeof configSchema>;

/** A section with what the config left to its defaults: its id and its place in the claims order. */
export type Section = Omit<v.InferOutput<typeof sectionSchema>, 'id' | 'claims'> & {
  id: string;
  claims: number;
};

/** The config as the program sees it: complete, with every reference to a section checked. */
export type Config = Omit<ConfigOutput, 'sections' | 'fallback'> & {
  sections: Section[];
  fallback: string;
};

function isRegularExpression(source: string): boolean {
  try {
    return Boolean(new RegExp(source, 'i'));
  } catch {
    return false;
  }
}
