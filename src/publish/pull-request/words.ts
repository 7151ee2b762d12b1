import { UsageError } from '../../errors.ts';
import { plainText, visibleLine } from '../../markdown/plain-text.ts';
import { fillInput } from '../../placeholder/fill-input.ts';
import type { PlaceholderValues } from '../../placeholder/placeholders.ts';
import type { FileValues } from '../../placeholder/report-placeholders.ts';

/** What the title and the messages may name. */
export interface NamedReport {
  values: FileValues;
  /** Its title, as plain text. */
  title: string;
  /** Its path in the repository. */
  path: string;
}

/** A person who signs commits off. */
export interface CommitSigner {
  name: string;
  email: string;
}

/** A message as `createCommitOnBranch` takes it. */
export interface CommitMessage {
  headline: string;
  /** Empty without one. */
  body: string;
}

/**
 * The title of the pull request: one line of at most 256 characters, without any that can't be seen.
 *
 * @param pattern the input `pr-title`
 * @throws {UsageError} `placeholder-unknown`, `text-empty`
 */
export function pullRequestTitle(pattern: string, report: NamedReport): string {
  return nonempty(plainText(fillInput('pr-title', pattern, valuesOf(report))), 'pr-title');
}

function nonempty(text: string, input: string): string {
  if (text !== '') return text;
  throw new UsageError('text-empty', `The input ${input} gives an empty line.`, {
    hint: `Use words, like the default of ${input}.`,
  });
}

/**
 * The message of a commit, signed off if somebody signs.
 *
 * @param pattern the input `commit-message`; undefined for devreport's own words
 * @param isNew whether the report is a new file
 * @throws {UsageError} `placeholder-unknown`, `text-empty`
 */
export function commitMessage(
  pattern: string | undefined,
  report: NamedReport,
  isNew: boolean,
  signer: CommitSigner | null,
): CommitMessage {
  const standard = isNew ? 'Add {report}' : 'Update {report}';
  const filled = fillInput('commit-message', pattern ?? standard, valuesOf(report));
  const [headline = '', ...others] = filled.trim().split(/\r\n|\r|\n/);
  const body = others
    .map((line) => visibleLine(line).trimEnd())
    .join('\n')
    .trim();
  return {
    headline: nonempty(plainText(headline), 'commit-message'),
    body: signer ? signedOff(body, signer) : body,
  };
}

const TRAILER = /^[A-Za-z][\w-]*: \S/;

/** Below other trailers, and only once. */
function signedOff(body: string, { name, email }: CommitSigner): string {
  const plain = (text: string) => plainText(text).replace(/[<>]/g, '');
  const line = `Signed-off-by: ${plain(name)} <${plain(email)}>`;
  const lines = body.split('\n');
  if (lines.includes(line)) return body;
  const paragraph = lines.slice(lines.lastIndexOf('') + 1);
  const isTrailers = paragraph.every((one) => TRAILER.test(one));
  return body === '' ? line : `${body}${isTrailers ? '\n' : '\n\n'}${line}`;
}

function valuesOf({ values, title, path }: NamedReport): PlaceholderValues {
  return { ...values, title, report: path };
}
