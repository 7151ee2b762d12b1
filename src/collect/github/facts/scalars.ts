import * as v from 'valibot';
import { instantOf } from '../../../period/instant.ts';
import { instantValue, repositoryNameValue } from '../../../snapshot/values.ts';
import { mapped, object, scalar } from './fact.ts';

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
