import * as v from 'valibot';
import { LARGEST_ITEM_NUMBER } from '../item/item-number.ts';
import { loginPattern } from '../item/login.ts';
import { repositoryNamePattern } from '../item/repository-name.ts';
import { parseDay } from '../period/calendar.ts';
import { isInstant } from '../period/instant.ts';
import { isTimezone } from '../period/timezone.ts';

// The values of a snapshot that are no foreign text. What passes is safe in a link, in a path and on
// a terminal.

/** UTC, to the second: `2017-05-01T00:00:00Z`. Such texts sort in the order of time. */
export const instantValue = v.pipe(
  v.string(),
  v.check(isInstant, 'expected an instant like 2017-05-01T00:00:00Z'),
);

export const dayValue = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'expected a date like 2017-05-08'),
);

export const timezoneValue = v.pipe(
  v.string(),
  v.check(isTimezone, 'expected an IANA timezone like Europe/London'),
);

/** The ends of a half-open window, and its timezone. */
export const windowEntries = { start: instantValue, end: instantValue, timezone: timezoneValue };

/** Of a window whose end is not after its start. */
export const END_EXPECTED = 'expected an instant after the start';

export const repositoryNameValue = v.pipe(
  v.string(),
  v.regex(repositoryNamePattern, 'expected a repository like linuxkit/linuxkit'),
);

export const itemNumberValue = v.pipe(
  v.number(),
  v.integer('expected the number of an issue or pull request'),
  v.minValue(1, 'expected a number from 1'),
  v.maxValue(LARGEST_ITEM_NUMBER, `expected a number up to ${String(LARGEST_ITEM_NUMBER)}`),
);

export const countValue = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(0, 'expected a number from 0'),
);

export const loginValue = v.pipe(
  v.string(),
  v.regex(loginPattern, 'expected a login like rneugeba'),
);

export const commitHashValue = v.pipe(
  v.string(),
  v.regex(/^(?:[\da-f]{40}|[\da-f]{64})$/, 'expected the hash of a commit'),
);

/** A host with its port and a path of plain words, without a trailing slash: `https://github.com`. */
export const serverValue = v.pipe(
  v.string(),
  v.regex(
    /^https?:\/\/(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])(?::\d+)?(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/i,
    'expected the address of a server like https://github.com',
  ),
  v.url('expected the address of a server like https://github.com'),
);

export function isServer(text: string): boolean {
  return v.is(serverValue, text);
}

export const codeValue = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z\d-]{0,99}$/, 'expected a code like repository-missing'),
);
