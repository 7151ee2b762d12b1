import { shortItemName } from '../../item/short-item-name.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { titlesIn } from '../../report/sections.ts';
import { changeWords } from '../../revise/change-words.ts';
import { ChangesSince } from '../../revise/changes-since.ts';
import type { EntryChange, PlannedChange } from '../../revise/choice/planned-change.ts';
import type { KnownFacts } from '../../revise/known-facts.ts';
import type { EditedRevision } from '../../revise/revise.ts';

/** Says in a few words what a rerun would change. */
export class ChangeLabels {
  readonly #facts: KnownFacts;
  readonly #since: ChangesSince;
  /** The name of an item, as in `#12`. */
  readonly nameOf: (item: string) => string;

  constructor(facts: KnownFacts, { edited, home }: EditedRevision) {
    this.#facts = facts;
    this.#since = new ChangesSince(edited, facts);
    this.nameOf = (item) => shortItemName(item, home);
  }

  /** @param section the title of that of the file */
  of(change: PlannedChange, section: string): string {
    switch (change.kind) {
      case 'entries':
        return plainText(this.#ofEntries(change));
      case 'unplaced':
        return `${change.items.map(this.nameOf).join(', ')} in a comment, because there is no place for it`;
      case 'passage':
        return `Text${under(section)} ${change.block ? (change.after ? 'changed' : 'no longer in the draft') : 'added'}`;
      case 'lead':
        return `Text above entries${under(section)} changed`;
      case 'front-matter': {
        const what = change.before === '' ? 'added' : 'changed';
        return change.key === null
          ? `Front matter ${what}`
          : `${plainText(change.key)} ${what} in the front matter`;
      }
    }
  }

  #ofEntries({ items: [subject = ''], replaced, removed, added }: EntryChange): string {
    const [entry] = [...replaced.map(([, one]) => one), ...added];
    const [untouched] = [...replaced.map(([one]) => one), ...removed];
    if (!untouched) {
      const subjects = new Set(added.map(({ items }) => items[0] ?? ''));
      return [...subjects].map((item) => this.#withTitle(item)).join(', ');
    }
    const name = this.nameOf(subject);
    if (!entry) return `${name}: no longer in the draft`;
    const words = this.#since.of(subject, entry).map((one) => changeWords(one, this.nameOf));
    if (untouched.section !== entry.section)
      words.push(`now in ${titlesIn(entry.section).at(-1) ?? ''}`);
    return `${name}: ${words.length > 0 ? words.join(', ') : 'written anew'}`;
  }

  #withTitle(item: string): string {
    return `${this.nameOf(item)} ${this.#facts.of(item)?.title ?? ''}`.trim();
  }
}

function under(title: string): string {
  return title === '' ? '' : ` under “${title}”`;
}
