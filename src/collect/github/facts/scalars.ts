import * as v from 'valibot';
import { instantOf } from '../../../period/instant.ts';
import { instantValue, repositoryNameValue } from '../../../snapshot/values.ts';
import { mapped, object, scalar } from './fact.ts';

/** An id or a cursor, which goes back to GitHub. They have up to about 100 characters. */
export const identifier = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** A name of an account, a label, a branch: on GitHub, of up to 255 characters. */
export const shortText = v.pipe(v.string(), v.maxLength(1_000));

/** A title, or a path. */
export const longText = v.pipe(v.string(), v.maxLength(20_000));

/** GitHub's `Int`, where it counts something. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));

const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** GitHub's `DateTime`, as an instant: UTC, to the second. */
export const dateTime = v.pipe(
  v.string(),
  v.transform((text) => (utc.test(text) ? text : toUtc(text))),
  instantValue,
);

function toUtc(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : instantOf(time);
}

/** `owner/name` */
export const repositoryName = mapped(
  object({ nameWithOwner: scalar(repositoryNameValue) }),
  ({ nameWithOwner }) => nameWithOwner,
);
