import * as v from 'valibot';
import { qualifiedItemPattern } from '../../item/qualified-item.ts';
import { isLocale } from '../../period/locale.ts';
import { isTimezone } from '../../period/timezone.ts';
import { weekdays } from '../../period/weekday.ts';
import { checkSchema } from './check-schema.ts';
import { defaultSections } from './default-sections.ts';
import { type Section, sectionSchema } from './section-schema.ts';
import {
  branchesSchema,
  bumpsOption,
  commitsOption,
  excludeSchema,
  labelsSchema,
  resolvedOption,
  revertsOption,
  textSchema,
} from './item-schemas.ts';
import { creditsOption, peopleSchema } from './people-schema.ts';
import { headingsSchema } from './headings-schema.ts';
import { sentencesSchema } from './sentences-schema.ts';
import { BASE_EXPECTED, isBaseAddress } from './base-address.ts';
import {
  filePatternValue,
  listOption,
  reportNumberValue,
  repositoryValue,
  sectionIdValue,
  textValue,
  wholeNumberValue,
} from './value-schemas.ts';

const itemValue = v.pipe(
  v.string(),
  v.regex(qualifiedItemPattern, 'expected an item like linuxkit/linuxkit#1764'),
);

const closingSchema = v.strictObject({
  title: v.pipe(textValue, v.description('The heading.')),
  text: v.pipe(
    v.optional(v.string(), ''),
    v.description('Markdown below the heading. Without it, a comment asks the editor for text.'),
  ),
});

const limitsSchema = v.strictObject({
  issues: v.pipe(
    v.optional(wholeNumberValue(0), 10),
    v.description('How many of the most active issues are shown.'),
  ),
  help: v.pipe(
    v.optional(v.pipe(wholeNumberValue(0), v.maxValue(100, 'expected 100 or less')), 10),
    v.description('How many pull requests that wait for review are shown, and how many issues.'),
  ),
});

const statisticsSchema = v.strictObject({
  periods: v.pipe(
    v.optional(v.pipe(wholeNumberValue(0), v.maxValue(12, 'expected 12 or less'))),
    v.description('How many periods before are counted. Default: 1, or 8 for a chart.'),
  ),
});

export const shownParts = ['contributors', 'help-wanted', 'statistics', 'chart'] as const;

const githubSchema = v.strictObject({
  url: v.pipe(
    v.optional(v.pipe(v.string(), v.url('expected a URL'))),
    v.description('The URL of its API, like `https://github.example.com/api`.'),
  ),
});

const publishSchema = v.strictObject({
  title: v.pipe(
    v.optional(textValue),
    v.description('The title of the site. Default: the name of the repository and “reports”.'),
  ),
  base: v.pipe(
    v.optional(v.pipe(v.string(), v.check(isBaseAddress, BASE_EXPECTED))),
    v.description('Where the site will be, like `https://name.github.io/project/`. Feeds need it.'),
  ),
  out: v.pipe(
    v.optional(textValue, 'site'),
    v.description('The folder of the site, relative to the config.'),
  ),
  template: v.pipe(
    v.optional(textValue),
    v.description(
      'A folder with templates that replace those of the pages, relative to the config.',
    ),
  ),
});

/** `devreport.yml`. The order of the options is that of the reference and of a proposed config. */
export const configSchema = v.strictObject({
  repositories: listOption(repositoryValue, 'The repositories to report on, as `owner/name`.'),
  organizations: listOption(
    v.string(),
    'Organisations whose repositories are all reported on (GitHub only).',
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
    v.description(
      'The sections of merged pull requests, in the order they are shown. Without them, those that `devreport init` would propose; the default ones are LinuxKit’s.',
    ),
  ),
  fallback: v.pipe(
    v.optional(sectionIdValue),
    v.description('The id of the section for what no section claims. Default: the first section.'),
  ),
  overrides: v.pipe(
    v.optional(v.record(itemValue, sectionIdValue), {}),
    v.description(
      'Section ids for single pull requests, as `owner/name#number: id`. They override all rules.',
    ),
  ),
  bots: v.pipe(
    v.optional(v.picklist(['collapse', 'list', 'exclude']), 'collapse'),
    v.description(
      "How bots' pull requests are shown: as one entry per section, as an entry each, or not at all.",
    ),
  ),
  people: v.pipe(
    v.optional(peopleSchema, {}),
    v.description('Who is a machine, and which names are one person.'),
  ),
  credits: creditsOption,
  exclude: v.pipe(
    v.optional(excludeSchema, {}),
    v.description('Items to leave out. The report gives their number.'),
  ),
  branches: v.pipe(
    v.optional(branchesSchema, {}),
    v.description('The branches that pull requests are merged into.'),
  ),
  labels: v.pipe(
    v.optional(labelsSchema, {}),
    v.description('Labels on GitHub that decide what an editor would otherwise mark by hand.'),
  ),
  text: v.pipe(v.optional(textSchema, {}), v.description('How titles become entries.')),
  resolved: resolvedOption,
  bumps: bumpsOption,
  reverts: revertsOption,
  commits: commitsOption,
  file: v.pipe(
    v.optional(filePatternValue, 'reports/{date}.md'),
    v.description(
      'The path of a report from the root of the checkout, with placeholders; the reports of the series are found by it.',
    ),
  ),
  number: v.pipe(
    v.optional(reportNumberValue, 1),
    v.description('The number of the first report of the series.'),
  ),
  title: v.pipe(
    v.optional(textValue),
    v.description(
      'The report’s title with placeholders, like `News no. {number}`; without any, what the layout ends its titles with follows: the date, the days, the number. Default: that of the layout.',
    ),
  ),
  introduction: v.pipe(
    v.optional(v.string()),
    v.description(
      'Markdown below the title of every report. Default: in the layout `weekly` and in templates of your own, an invitation to correct the report; in others, none.',
    ),
  ),
  closing: v.pipe(
    v.optional(v.array(closingSchema)),
    v.description(
      'The sections at the end of every report. Default: in the layout `weekly` and in templates of your own, “Blogs” and “Planned changes”; in others, none.',
    ),
  ),
  headings: v.pipe(
    v.optional(headingsSchema, {}),
    v.description(
      'Headings instead of those of the layout. One that begins with `#` has that depth: `"## Issues"`; an empty one is left out.',
    ),
  ),
  sentences: v.pipe(
    v.optional(sentencesSchema, {}),
    v.description(
      'Standing sentences instead of those of the layout, with placeholders; an empty one is left out.',
    ),
  ),
  locale: v.pipe(
    v.optional(
      v.pipe(
        v.string(),
        v.check(isLocale, 'not a locale of Day.js; use one like en, de, fr or pt-br'),
      ),
      'en',
    ),
    v.description(
      'The language of dates and plural forms, as Day.js names it, like `de` or `pt-br`.',
    ),
  ),
  template: v.pipe(
    v.optional(textValue, 'weekly'),
    v.description(
      'The name of a layout (`weekly`, `digest`, `themed`, `changelog`, `people`), or the path of a Handlebars file, relative to the config.',
    ),
  ),
  show: listOption(
    v.picklist(shownParts),
    'Parts of a report on request: `contributors`, `help-wanted`, `statistics` and `chart`.',
  ),
  statistics: v.pipe(v.optional(statisticsSchema, {}), v.description('The numbers of a report.')),
  frontMatter: v.pipe(
    v.optional(v.record(v.string(), v.unknown()), {}),
    v.description(
      'Front matter above every report: any YAML, with placeholders in texts, like `title: "{title}"`.',
    ),
  ),
  limits: v.pipe(v.optional(limitsSchema, {}), v.description('How many items are shown.')),
  check: v.pipe(
    v.optional(checkSchema, {}),
    v.description('What `devreport check` reports. docs/rules.md lists its rules.'),
  ),
  publish: v.pipe(
    v.optional(publishSchema, {}),
    v.description('The site that `devreport publish` makes of the reports.'),
  ),
  github: v.pipe(
    v.optional(githubSchema, {}),
    v.description('The GitHub Enterprise Server to use instead of github.com.'),
  ),
});

export type ConfigInput = v.InferInput<typeof configSchema>;
export type ConfigOutput = v.InferOutput<typeof configSchema>;

/** A config with all defaults filled in, and every reference to a section checked. */
export type Config = Omit<ConfigOutput, 'sections' | 'fallback' | 'statistics'> & {
  sections: Section[];
  fallback: string;
  statistics: { periods: number };
};
