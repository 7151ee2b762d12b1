import * as v from 'valibot';
import { BASE_EXPECTED, isBaseAddress } from '../../../config/schema/base-address.ts';
import { described } from '../../../compose/view/described.ts';
import { loginPattern } from '../../../item/login.ts';
import { parseFilePattern } from '../../../placeholder/file-pattern.ts';

/*
 * What the schemas of inputs are made of. An input is a text, whatever it means; without one, or with
 * an empty one, it has its default.
 */

export const textInput = (description: string) => described(v.optional(v.string()), description);

export const defaultedInput = (otherwise: string, description: string) =>
  described(v.optional(v.string(), otherwise), description);

/** As `getBooleanInput` of actions/toolkit reads it: by the core schema of YAML 1.2. */
export const flagInput = (otherwise: 'true' | 'false', description: string) =>
  described(
    v.pipe(
      v.optional(v.string(), otherwise),
      v.regex(/^(?:true|True|TRUE|false|False|FALSE)$/, 'expected true or false'),
      v.transform((text) => text.toLowerCase() === 'true'),
    ),
    description,
  );

export const choiceInput = <const T extends readonly [string, ...string[]]>(
  choices: T,
  otherwise: T[number],
  description: string,
) => described(v.optional(v.picklist(choices), otherwise), description);

/** Several values, one a line or with commas between them. */
export const listInput = <T extends v.GenericSchema<string, string>>(
  item: T,
  description: string,
) =>
  described(
    v.pipe(
      v.optional(v.string(), ''),
      v.transform((text) =>
        text
          .split(/[\n,]/)
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
      v.array(item),
    ),
    description,
  );

/** A login, also with an `@`. */
export const personInput = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^@/, '')),
  v.regex(loginPattern, 'expected a login like octocat'),
);

/** A team by its slug, also with its organisation. */
export const teamValue = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^@/, '')),
  v.regex(/^(?:[\w.-]+\/)?[\w.-]+$/, 'expected a team like docs or acme/docs'),
);

const insideRepository = /^(?!.*(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$))[^\\\p{Cc}]+$/iu;

const pathValue = v.pipe(
  v.string(),
  v.regex(insideRepository, 'expected a path inside of the repository, like reports/2017-05-08.md'),
);

/** A path inside of the repository, with slashes. */
export const pathInput = (description: string) => described(v.optional(pathValue), description);

/** A folder inside of the repository, also as `./site` or `site/`. */
export const folderInput = (description: string) =>
  described(
    v.optional(
      v.pipe(
        v.string(),
        v.transform((text) => text.replace(/^\.\//, '').replace(/\/$/, '')),
        v.regex(insideRepository, 'expected a folder inside of the repository, like site'),
      ),
    ),
    description,
  );

export const baseAddressInput = (description: string) =>
  described(v.optional(v.pipe(v.string(), v.check(isBaseAddress, BASE_EXPECTED))), description);

/** A path with the placeholders of a report, also one that several reports would share. */
export const patternInput = (description: string) =>
  described(
    v.optional(
      v.pipe(
        pathValue,
        v.check<string, (issue: v.CheckIssue<string>) => string>(
          (source) => !insideRepository.test(source) || patternProblem(source) === null,
          ({ input }) => patternProblem(input) ?? '',
        ),
      ),
    ),
    description,
  );

function patternProblem(source: string): string | null {
  const { problem, isPath = true } = parseFilePattern(source);
  return isPath ? null : (problem ?? null);
}

export const countInput = (description: string) =>
  described(
    v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,9}$/, 'expected a whole number'),
        v.transform((text) => Number(text)),
      ),
    ),
    description,
  );
