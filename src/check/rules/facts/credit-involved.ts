import { loginsOf } from '../../../people/logins.ts';
import { participants } from '../../../people/participants.ts';
import { listing, quote } from '../../../markdown/quote.ts';
import type { Mention } from '../../../item/mention.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';

/**
 * People credited in an entry who had no part in anything it cites, inside the period. They may well
 * have had one before it: this is only said. Facts from a source that doesn't know everybody's part
 * say nothing here.
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
 * 1:82-1:89: No part of `@deitch` in what their entry cites is known in this period.
 * ```
 */
export function* creditInvolved(
  { entries }: CheckableReport,
  { facts }: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  if (!facts?.snapshot.collected.knows.includes('participants')) return;
  const strangers: Mention[] = [];
  for (const { links, mentions } of entries) {
    const items = links.flatMap(({ item }) => facts.item(item) ?? []);
    if (items.length < links.length) continue;
    const involved = loginsOf(items.flatMap(participants));
    strangers.push(
      ...mentions.filter(
        (mention) => isEnabled(mention) && !involved.has(mention.login.toLowerCase()),
      ),
    );
  }
  const [first] = strangers;
  if (!first) return;
  const logins = [...new Set(strangers.map(({ login }) => quote(`@${login}`)))];
  const message = `No part of ${listing(logins)} in what their ${logins.length > 1 ? 'entries cite' : 'entry cites'} is known in this period.`;
  yield { start: first.start, end: first.end, message };
}
