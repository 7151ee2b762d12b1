import { NearNames } from '../../spelling/one-slip.ts';
import { loginsOf } from '../../../people/logins.ts';
import { participants } from '../../../people/participants.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A mentioned login that the facts don't know, one slip away from one that they know.
 *
 * @example ok
 * ```md
 * Thanks to @rneugeba and @somebody-else.
 * ```
 * @example not ok
 * ```md
 * Thanks to @rneugbea and @justincormak.
 * ```
 * ```text
 * 1:11-1:20: Unknown login `@rneugbea`; did you mean `@rneugeba`?
 * 1:25-1:38: Unknown login `@justincormak`; did you mean `@justincormack`?
 * ```
 */
export function* loginKnown(
  { mentions, text }: CheckableReport,
  { facts }: CheckContext,
): Generator<Finding> {
  if (!facts || mentions.length === 0) return;
  const { pullRequests, issues } = facts.snapshot;
  const known = loginsOf([...pullRequests, ...issues].flatMap(participants));
  const near = new NearNames(known);
  const seen = new Set(known);
  for (const { login, start, end } of mentions) {
    const key = login.toLowerCase();
    // Short logins are often one letter apart. In brackets it is an undefined reference.
    if (seen.has(key) || key.length < 5 || text[end] === ']') continue;
    seen.add(key);
    const [other] = near.to(key);
    if (other === undefined) continue;
    const message = `Unknown login ${quote(`@${login}`)}; did you mean ${quote(`@${other}`)}?`;
    yield { start, end, message, suggestions: [`@${other}`] };
  }
}
