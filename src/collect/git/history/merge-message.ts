import { numberInTrailers, type OwnRepository } from './number-trailers.ts';

/** A pull request that a commit message names as merged. */
export interface NamedPullRequest {
  number: number;
  title: string;
  /** The rest of the message: the pull request's body, if it was copied. */
  body: string;
  /** The author's login, if the message has it. */
  author: string | null;
}

export interface MergeMessage {
  /** Several for a batch of bors-ng. */
  pulls: NamedPullRequest[];
  /** The owner of the merged branch: the author, or an organisation. */
  headOwner: string | null;
  /** The name of the merged branch, where GitHub's message has it. */
  branch: string | null;
  /** The form of the message: GitHub's merge, a title or trailer with a number, or that of bors. */
  kind: 'merge' | 'titled' | 'bors';
}

const NUMBER = /#(?<number>[1-9]\d{0,9})/.source;
const LOGIN = /[a-z\d][\w-]*/.source;
/** `Title (#12)`, `(gh-12)`: a squash, a rebase by a tool, or a merge with the pull request's title. */
const NUMBER_AT_END = /\((?:#|gh-)(?<number>[1-9]\d{0,9})\)$/i;
/** GitHub's merge commits. */
const MERGE = new RegExp(
  `^Merge pull request ${NUMBER} from (?:(?<owner>${LOGIN})/)?(?<branch>\\S*)`,
  'i',
);
/**
 * Homu and its successors; before 2014 with a colon: `auto merge of #1 : owner/name/branch`. A rollup
 * has a merge like it for each of its pull requests.
 */
const AUTO_MERGE = new RegExp(
  `^(?:auto|rollup) merge of ${NUMBER}(?: [:-] (?<owner>${LOGIN})[:/])?`,
  'i',
);
/** Bors-ng: one or several, each with a part that begins `12: Title r=reviewer a=author`. */
const BATCH = /^Merge(?<numbers>(?: #[1-9]\d{0,9})+)$/;
const BATCHED = new RegExp(
  `^(?<number>[1-9]\\d{0,9}): (?<title>.*?)(?: r=\\S+)?(?: a=(?:(?<author>${LOGIN}(?:\\[bot\\])?)|\\S+))?$`,
  'i',
);

/**
 * Reads the message of a commit, or only its subject. Null when it merges no pull request. A revert,
 * `Revert "Title (#1)" (#2)`, merges number 2. A number in the subject wins over a trailer.
 *
 * @param project where the pull requests are; without it no trailer is read
 */
export function readMergeMessage(message: string, project?: OwnRepository): MergeMessage | null {
  const lines = message.trim().replace(/\r\n/g, '\n').split('\n');
  // The subject as in git: the lines up to the first blank one, joined.
  const blank = lines.findIndex((line) => line.trim() === '');
  const paragraph = lines.slice(0, blank === -1 ? undefined : blank);
  const subject = paragraph.map((line) => line.trim()).join(' ');

  const numbers = BATCH.exec(subject)?.groups?.['numbers'];
  if (numbers !== undefined) {
    const pulls = batched(numbers.match(/\d+/g)?.map(Number) ?? [], subject, lines.slice(1));
    return { pulls, headOwner: null, branch: null, kind: 'bors' };
  }
  const titled = NUMBER_AT_END.exec(subject);
  if (titled) {
    const title = subject.slice(0, titled.index).trimEnd() || subject;
    const body = lines.slice(paragraph.length);
    return titledMessage(Number(titled.groups?.['number']), title, body);
  }
  const merge = MERGE.exec(subject);
  const sentence = merge ?? AUTO_MERGE.exec(subject);
  if (sentence === null) {
    const body = lines.slice(paragraph.length);
    const number = project ? numberInTrailers(body, project) : null;
    return number === null ? null : titledMessage(number, subject, body);
  }
  const first = lines.findIndex((line, index) => index > 0 && line.trim() !== '');
  const title = first === -1 ? subject : (lines[first] ?? '').trim();
  const body = first === -1 ? [] : lines.slice(first + 1);
  return {
    pulls: [pull(Number(sentence.groups?.['number']), title, body)],
    headOwner: sentence.groups?.['owner'] ?? null,
    branch: merge?.groups?.['branch'] ?? null,
    kind: merge === null ? 'bors' : 'merge',
  };
}

function titledMessage(number: number, title: string, body: readonly string[]): MergeMessage {
  return { pulls: [pull(number, title, body)], headOwner: null, branch: null, kind: 'titled' };
}

function pull(number: number, title: string, body: readonly string[]): NamedPullRequest {
  return { number, title, body: body.join('\n').trim(), author: null };
}

function batched(numbers: readonly number[], subject: string, lines: string[]): NamedPullRequest[] {
  const expected = new Set(numbers);
  const heads = new Map<number, { at: number; title: string; author: string | null }>();
  lines.forEach((line, at) => {
    const { number, title = '', author = null } = BATCHED.exec(line.trimEnd())?.groups ?? {};
    if (expected.has(Number(number)) && !heads.has(Number(number))) {
      heads.set(Number(number), { at, title, author });
    }
  });
  const starts = [...heads.values()].map(({ at }) => at);
  return [...expected].map((number) => {
    const { at, title, author } = heads.get(number) ?? {
      at: lines.length,
      title: subject,
      author: null,
    };
    const body = lines.slice(
      at + 1,
      starts.find((start) => start > at),
    );
    return { number, title, body: body.join('\n').trim(), author };
  });
}
