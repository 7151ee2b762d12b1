import * as v from 'valibot';
import {
  branchValue,
  labelValue,
  listOption,
  pathValue,
  regularExpressionValue,
} from './value-schemas.ts';

export const excludeSchema = v.strictObject({
  authors: listOption(v.string(), 'Logins of authors. They are not credited either.'),
  labels: listOption(labelValue, 'Labels, as globs.'),
  titles: listOption(
    regularExpressionValue,
    'Regular expressions for titles, ignoring case. They can’t look around.',
  ),
  paths: listOption(
    pathValue,
    'Folders, or globs for paths. A pull request is left out when all its changed files match.',
  ),
});

export const branchesSchema = v.strictObject({
  default: listOption(branchValue, 'More names of the default branch, as globs.'),
  others: v.pipe(
    v.optional(v.picklist(['mark', 'section', 'exclude']), 'mark'),
    v.description(
      'Pull requests merged into another branch: the entry names it, or they have a section of their own, or they are left out.',
    ),
  ),
});

/** What GitHub suggests, and what large projects use. */
const labelsForNewcomers: string[] = [
  ...['good first issue', 'good-first-issue', 'help wanted', 'help-wanted', 'E-easy'],
  ...['E-help-wanted', 'beginner*', 'up-for-grabs', 'first-timers-only'],
];

export const labelsSchema = v.strictObject({
  include: v.pipe(
    v.optional(labelValue, 'report:include'),
    v.description('The label of what is never left out.'),
  ),
  exclude: v.pipe(
    v.optional(labelValue, 'report:exclude'),
    v.description('The label of what is left out.'),
  ),
  highlight: v.pipe(
    v.optional(labelValue, 'report:highlight'),
    v.description('The label of what comes first.'),
  ),
  help: v.pipe(
    v.optional(v.array(labelValue), labelsForNewcomers),
    v.description('Labels of issues for newcomers, as globs.'),
  ),
});

export const textSchema = v.strictObject({
  strip: listOption(
    regularExpressionValue,
    'Regular expressions for what is removed from the start of a title, ignoring case. They can’t look around.',
  ),
  code: v.pipe(
    v.optional(v.boolean(), true),
    v.description('Whether text between balanced backticks becomes a code span, as on GitHub.'),
  ),
});

export const resolvedOption = v.pipe(
  v.optional(v.picklist(['join', 'separate'])),
  v.description(
    'Whether pull requests share an entry with the issues they resolve, or have one each without them. Default: `join`; in the layout `digest`, `separate`.',
  ),
);

export const bumpsOption = v.pipe(
  v.optional(v.picklist(['merge', 'list', 'collapse']), 'merge'),
  v.description(
    'How dependency bumps are shown: as one entry per package, as an entry each, or as one entry per section.',
  ),
);

export const revertsOption = v.pipe(
  v.optional(v.picklist(['mark', 'drop']), 'mark'),
  v.description(
    'Whether a pull request and its revert in the same period are marked, or both left out.',
  ),
);

export const commitsOption = v.pipe(
  v.optional(v.picklist(['hide', 'list']), 'hide'),
  v.description(
    'Whether commits without a pull request are only listed for the editor in a comment, or are entries.',
  ),
);
