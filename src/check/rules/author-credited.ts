import { mergedEntries } from '../merged-entries.ts';
import { quote } from '../quote.ts';
import type { Report } from '../report.ts';
import type { Context, Finding } from '../rule.ts';

/**
 * An entry of merged pull requests that does not credit an author of theirs. Silent in a report that
 * credits hardly anybody.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @RNeugeba.
 * ```
 * @example not ok
 * ```md
 * ## PRs merged
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @justincormack.
 * ```
 * ```text
 * 3:16-3:71: `#1757` is by `@rneugeba`, who is not credited.
 * ```
 */
export function* authorCredited(report: Report, { facts }: Context): Generator<Finding> {
  const entries = mergedEntries(report);
  const crediting = entries.filter(({ mentions }) => mentions.length > 0);
  if (!facts || crediting.length < entries.length / 2) return;
  for (const { links, mentions } of entries) {
    const credited = new Set(mentions.map(({ login }) => login.toLowerCase()));
    for (const { item, label, start, end } of links) {
      const { login = null, type } = facts.pull(item)?.author ?? {};
      if (type !== 'user' || login === null || credited.has(login.toLowerCase())) continue;
      // Of several by the same author one is enough.
      credited.add(login.toLowerCase());
      const message = `${quote(label)} is by ${quote(`@${login}`)}, who is not credited.`;
      yield { start, end, message };
    }
  }
}
