import * as v from 'valibot';
import {
  labelValue,
  listOption,
  pathValue,
  regularExpressionValue,
  repositoryValue,
  sectionIdValue,
  wholeNumberValue,
} from './value-schemas.ts';

/** The options of one of the `sections`. */
export const sectionSchema = v.strictObject({
  title: v.pipe(
    v.string(),
    v.minLength(1, 'expected a title'),
    v.description('The heading of the section.'),
  ),
  id: v.pipe(
    v.optional(sectionIdValue),
    v.description(
      'The name for `fallback`, `overrides` and `report/<id>` labels. Default: derived from the title.',
    ),
  ),
  claims: v.pipe(
    v.optional(wholeNumberValue(1)),
    v.description(
      'The position in which the section claims what several sections match; 1 claims first. Default: its position in the list.',
    ),
  ),
  labels: listOption(
    labelValue,
    'Labels of the pull request, or of an issue it resolves, as globs.',
  ),
  titles: listOption(
    regularExpressionValue,
    'Regular expressions for the title of the pull request, ignoring case. They can’t look around.',
  ),
  authors: listOption(v.string(), 'Logins of authors.'),
  paths: listOption(
    pathValue,
    'Folders of changed files, or globs for their paths. One matching file is enough.',
  ),
  share: v.pipe(
    v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, 'expected a share from 0 to 1'),
        v.maxValue(1, 'expected a share from 0 to 1'),
      ),
    ),
    v.description(
      'The share of the changed files that must match `paths`, from 0 to 1. Default: one file is enough.',
    ),
  ),
  repositories: listOption(
    repositoryValue,
    'The only repositories that the section takes pull requests from. Without other rules, it takes all of them, before labels are considered.',
  ),
});

export type SectionInput = v.InferInput<typeof sectionSchema>;
type SectionOutput = v.InferOutput<typeof sectionSchema>;

/** A section with the defaults of its id and its place in the claims order filled in. */
export type Section = Omit<SectionOutput, 'id' | 'claims'> & { id: string; claims: number };
