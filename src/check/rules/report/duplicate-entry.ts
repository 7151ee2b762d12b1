import { namesAnother } from '../../../item/item-label.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import { loginNamed, type Mention } from '../../../item/mention.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';
import { listsMerged, type ReportSection } from '../../../report/sections.ts';

/**
 * A second entry about the same item below the same heading that says the same, or that credits others, or
 * an entry that cites an item twice in a row. Entries in other words are about other parts of a pull
 * request, and an entry may come back to an item. An issue may be behind several entries, and have another one below another heading.
 *
 * @example ok
 * ```md
 * As [#1757](https://github.com/linuxkit/linuxkit/pull/1757) shows:
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 * - Symbols [#1758](https://github.com/linuxkit/linuxkit/pull/1758) [#1746](https://github.com/linuxkit/linuxkit/issues/1746)
 *   - in [#1758](https://github.com/linuxkit/linuxkit/pull/1758) they are compressed
 * - A smaller kernel, since symbols are apart (by [@deitch](https://github.com/deitch), in [#1758](https://github.com/linuxkit/linuxkit/pull/1758))
 * - [#1764](https://github.com/linuxkit/linuxkit/pull/1764) made tests quick, and [#1764](https://github.com/linuxkit/linuxkit/pull/1764) made them small.
 *
 * ## Planned changes
 *
 * - Debug builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * ```
 * @example not ok
 * ```md
 * - Debug builds work again [#1757](https://github.com/linuxkit/linuxkit/pull/1757) @deitch
 * - Debug builds work [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * - Quick builds [#1758](https://github.com/linuxkit/linuxkit/pull/1758) @deitch
 * - Symbols [#1758](https://github.com/linuxkit/linuxkit/pull/1758) [@rneugeba](https://github.com/rneugeba)
 * - Tests [#1764](https://github.com/linuxkit/linuxkit/pull/1764), @deitch, [#1764](https://github.com/linuxkit/linuxkit/pull/1764)
 * ```
 * ```text
 * 2:21-2:76: Duplicate entry of `#1757`
 * 4:11-4:66: Duplicate entry of `#1758`
 * 5:75-5:130: Duplicate citation of `#1764` in this entry
 * ```
 */
export function* duplicateEntry(report: CheckableReport): Generator<Finding> {
  const { entries, prose, words } = report;
  const people = new SpanIndex<Mention>([...report.mentions, ...report.profiles]);
  /** What entries about a subject say, by what it is and its scope. */
  const earlier = new Map<Scope, Map<string, Said[]>>();
  for (const { links, subjects, section, above, ...own } of entries) {
    const scope = scopeOf(section);
    const [subject] = subjects;
    const said: Said = {
      start: own.start,
      words: new Set([...wordsOf(words.slice(own.start, own.end))].filter(isTelling)),
      people: new Set(people.within(own).map(({ login }) => login.toLowerCase())),
    };
    const others = (subject && earlier.get(scope)?.get(subject.key)) ?? [];
    const around = new Set(above.map(({ start }) => start));
    const isDuplicate = others.some((other) => !around.has(other.start) && areTwice(said, other));
    let inRow = new Set<string>();
    let last = own.start;
    for (const link of links) {
      const { key, label, start, end } = link;
      if (wordsOf(prose.slice(last, start)).size > 0) inRow = new Set();
      last = end;
      // Text and address disagree: link-target reports it.
      if (namesAnother(link) || loginNamed(label) !== null) continue;
      if (inRow.has(key)) {
        yield { start, end, message: `Duplicate citation of ${quote(label)} in this entry` };
      } else if (isDuplicate && link === subject) {
        yield { start, end, message: `Duplicate entry of ${quote(label)}` };
      }
      inRow.add(key);
    }
    if (!subject) continue;
    if (others.length < MOST_COMPARED) others.push(said);
    const inScope = earlier.get(scope) ?? new Map<string, Said[]>();
    earlier.set(scope, inScope.set(subject.key, others));
  }
}

/** An entry: where it starts, its words, and the people whom it credits, in lower case. */
interface Said {
  start: number;
  words: ReadonlySet<string>;
  people: ReadonlySet<string>;
}

/** Of the entries about one item, with the next one. */
const MOST_COMPARED = 50;

/** The words of a text, without people and references. */
function wordsOf(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[@#][\w-]+/g, ' ');
  return new Set(plain.match(/[\p{L}\p{N}]{2,}/gu));
}

/** Short ones, like “in” and “the”, are in every text. */
function isTelling(word: string): boolean {
  return !/^[a-z]{1,3}$/.test(word);
}

/** Whether one of two entries about an item has to be wrong. */
function areTwice(a: Said, b: Said): boolean {
  if (a.people.size > 0 && b.people.size > 0 && shared(a.people, b.people) === 0) return true;
  const count = shared(a.words, b.words);
  const all = a.words.size + b.words.size - count;
  const isAlmostIn = count >= 4 && count >= 0.6 * Math.min(a.words.size, b.words.size);
  return isAlmostIn || count >= all * 0.6;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((one) => b.has(one)).length;
}

/** In which an item has one entry: all sections of merged pull requests, all of issues, or one section. */
type Scope = ReportSection | 'merged' | 'issues' | null;

function scopeOf(section: ReportSection | null): Scope {
  if (!section) return null;
  if (listsMerged(section)) return 'merged';
  return section.titles.some((title) => /^issues\b/i.test(title)) ? 'issues' : section;
}
