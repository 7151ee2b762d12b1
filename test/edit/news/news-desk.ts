import { acceptChanges } from '../../../src/edit/news/accept-changes.ts';
import { adoptReport } from '../../../src/edit/news/adopt-report.ts';
import { dismissChanges } from '../../../src/edit/news/dismiss-changes.ts';
import { proposedChanges } from '../../../src/edit/news/proposed-changes.ts';
import type { ProposedChange } from '../../../src/edit/protocol.ts';
import { applyEdits, type Edit } from '../../../src/markdown/edit.ts';
import { readReport, type Report } from '../../../src/report/report.ts';
import type { FreshDraft } from '../../../src/revise/revise.ts';
import type { Facts, Series } from '../../revise/support.ts';

/** A report at the desk, with the facts of now. */
export class NewsDesk {
  readonly #fresh: FreshDraft;
  text: string;

  constructor(series: Series, text: string, facts: Facts) {
    this.text = text;
    this.#fresh = series.atDesk(text, facts);
  }

  proposed(): ProposedChange[] {
    return proposedChanges(this.#report(), this.#fresh);
  }

  /** @returns the ids of what was accepted */
  accept(changes: readonly { id: string }[]): string[] {
    const { edits, accepted } = acceptChanges(this.#report(), this.#fresh, idsOf(changes));
    this.#apply(edits);
    return accepted.sort();
  }

  /** @returns the ids of what was dismissed */
  dismiss(changes: readonly { id: string }[]): string[] {
    const { edits, dismissed } = dismissChanges(this.#report(), this.#fresh, idsOf(changes));
    this.#apply(edits);
    return dismissed.sort();
  }

  adopt(): void {
    this.#apply(adoptReport(this.#report(), this.#fresh));
  }

  #report(): Report {
    return readReport({ path: 'reports/2017-05-08.md', text: this.text });
  }

  #apply(edits: readonly Edit[]): void {
    const mark = this.text.startsWith('\uFEFF') ? '\uFEFF' : '';
    this.text = mark + applyEdits(this.text.slice(mark.length), edits);
  }
}

export function idsOf(changes: readonly { id: string }[]): string[] {
  return changes.map(({ id }) => id).sort();
}

/** What can be accepted. */
export function acceptable(changes: readonly ProposedChange[]): ProposedChange[] {
  return changes.filter(({ kind }) => kind !== 'gone');
}

/** A row in a line. */
export function shown({ kind, label }: ProposedChange): string {
  return `${kind} ${label}`;
}
