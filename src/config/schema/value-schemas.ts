import * as v from 'valibot';
import { repositoryNamePattern } from '../../item/repository-name.ts';
import { parseExpression } from '../../pattern/expression.ts';
import { parseGlob } from '../../pattern/glob.ts';
import type { ParsedPattern } from '../../pattern/parsed-pattern.ts';
import { parsePathGlob } from '../../pattern/path-glob.ts';
import { parseFilePattern } from '../../placeholder/file-pattern.ts';

export const textValue = v.pipe(v.string(), v.minLength(1, 'expected some text'));

/** A text without a problem, or with the problem as the issue's message. */
const patternCheck = (parse: (source: string) => Pick<ParsedPattern, 'problem'>) =>
  v.check<string, (issue: v.CheckIssue<string>) => string>(
    (source) => parse(source).problem === undefined,
    ({ input }) => parse(input).problem ?? '',
  );

/** Of the paths of files. */
export const pathValue = v.pipe(
  v.string(),
  v.minLength(1, 'expected a glob, like kernel/**'),
  patternCheck(parsePathGlob),
);

export const branchValue = v.pipe(
  v.string(),
  v.minLength(1, 'expected a glob, like release-*'),
  patternCheck(parseGlob),
);

export const labelValue = v.pipe(v.string(), patternCheck(parseGlob));

export const regularExpressionValue = v.pipe(
  v.string(),
  v.minLength(1, 'expected a regular expression'),
  patternCheck(parseExpression),
);

export const filePatternValue = v.pipe(v.string(), patternCheck(parseFilePattern));

export const repositoryValue = v.pipe(
  v.string(),
  v.regex(repositoryNamePattern, 'expected a repository like linuxkit/linuxkit'),
);

// Of ASCII only small letters, digits and hyphens. Other letters are fine; JSON Schema
// can't express them by their kind, because its patterns take no flags.
export const sectionIdValue = v.pipe(
  v.string(),
  v.regex(/^(?!-)[^\s!-,./:-@A-Z[-`{-~]+$/, 'expected an id like core or test-suite'),
);

export const wholeNumberValue = (least: number) =>
  v.pipe(
    v.number(),
    v.integer('expected a whole number'),
    v.minValue(least, `expected ${least} or more`),
  );

/** The number of a report in its series, at which a series may begin. */
export const reportNumberValue = v.pipe(
  wholeNumberValue(0),
  v.maxValue(999_999, 'expected 999999 or less'),
);

/** An option that is a list, empty by default. */
export const listOption = <T extends v.GenericSchema>(item: T, description: string) =>
  v.pipe(v.optional(v.array(item), []), v.description(description));
