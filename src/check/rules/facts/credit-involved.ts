import { loginsOf } from '../../../people/logins.ts';
import { participants } from '../../../people/participants.ts';
import type { Issue, PullRequest } from '../../../snapshot/schema.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A person credited in an entry who had no part in anything it cites, inside the period. They may have
 * had one before it, so this is an info. Finds nothing when the source doesn't know everybody's part.
 *
 * @example ok
 * ```md
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @rneugeba @justincormack.
 * - Of another week [#1560](https://github.com/linuxkit/linuxkit/pull/1560) @justincormack.
 * ```
 * @example not ok
 * ```md
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @rneugeba @deitch.
 * ```
 * ```text
 * 1:82-1:89: `@deitch` took no known part in the items of this entry
 * ```
 */
export function* creditInvolved(
  { entries }: CheckableReport,
  { facts }: CheckContext,
): Generator<Finding> {
  if (!facts?.snapshot.collected.knows.includes('participants')) return;
  const known = new Map<PullRequest | Issue, ReadonlySet<string>>();
  const involvedIn = (item: PullRequest | Issue): ReadonlySet<string> => {
    const involved = known.get(item) ?? loginsOf(participants(item));
    known.set(item, involved);
    return involved;
  };
  for (const { links, mentions } of entries) {
    const items = links.flatMap(({ item }) => facts.item(item) ?? []);
    if (items.length < links.length) continue;
    const involved = [...new Set(items)].map(involvedIn);
    for (const { login, start, end } of mentions) {
      if (involved.some((logins) => logins.has(login.toLowerCase()))) continue;
      const subject = `@${login}`;
      const message = `${quote(subject)} took no known part in the items of this entry`;
      yield { start, end, message, subject };
    }
  }
}
