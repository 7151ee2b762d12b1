import type { CommentedPull, PullComment } from '../../collect/github/recent-comments.ts';
import { personKey } from '../../people/person-key.ts';
import { areAlike } from './alike.ts';
import { isMachineName } from './machine-name.ts';
import type { ProposedBot } from './proposed-bot.ts';

/** Nobody reads and answers in fewer milliseconds, again and again. */
const AT_ONCE = 60_000;
/** The part of the comments that shows what somebody does. */
const SHARE = 0.9;
/** What machines begin with: a comment or an element of HTML, a picture, a heading. */
const MARKUP = /^(?:<[!a-z]|\[?!\[|#{1,6} )/i;

/**
 * Accounts of type user that only ever comment alike, and as no person would: under the name of a machine,
 * in the markup of one, or at once. Who wrote a pull request is a person, unless the name says otherwise.
 */
export function botsInComments(pulls: readonly CommentedPull[]): ProposedBot[] {
  const authors = new Set(pulls.map(({ author }) => personKey(author)));
  const byAccount = new Map<string, { login: string; comments: MadeComment[] }>();
  for (const { author, createdAt, comments } of pulls) {
    for (const { by, at, line } of comments) {
      if (by.login === null || by.type !== 'user') continue;
      const key = personKey(by);
      const delay = key === personKey(author) ? Infinity : Date.parse(at) - Date.parse(createdAt);
      const account = byAccount.get(key) ?? { login: by.login, comments: [] };
      byAccount.set(key, account);
      account.comments.push({ line, delay });
    }
  }
  return [...byAccount].flatMap(([key, { login, comments }]): ProposedBot[] => {
    const lines = comments.map(({ line }) => line);
    const isNamed = isMachineName(login);
    if (!areAlike(lines) || (authors.has(key) && !isNamed)) return [];
    const mostly = (is: (comment: MadeComment) => boolean): boolean =>
      comments.filter(is).length >= comments.length * SHARE;
    const isMachine =
      isNamed || mostly(({ line }) => MARKUP.test(line)) || mostly(({ delay }) => delay <= AT_ONCE);
    const what = `${comments.length} comments that are alike`;
    return isMachine ? [{ name: login, what, example: lines[0] ?? '' }] : [];
  });
}

interface MadeComment extends Pick<PullComment, 'line'> {
  /** Milliseconds after the pull request was opened; infinite for its author. */
  delay: number;
}
