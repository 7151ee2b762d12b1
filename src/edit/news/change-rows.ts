import type { Edit } from '../../markdown/edit.ts';
import type { Span } from '../../markdown/span.ts';
import type { Bullet } from '../../report/outline.ts';
import type { Report } from '../../report/report.ts';
import { titlesIn } from '../../report/sections.ts';
import { plannedChangeId, type PlannedChange } from '../../revise/choice/planned-change.ts';
import type { EditedRevision, FreshDraft } from '../../revise/revise.ts';
import type { ProposedChange } from '../protocol.ts';
import { ChangeLabels } from './change-labels.ts';
import { EditFinder } from './edit-finder.ts';
import { type LeftToEditor, leftToEditor } from './left-to-editor.ts';

/** A row of the merge view, and where in the text it belongs. */
export interface PlacedRow {
  at: number;
  row: ProposedChange;
}

/** What a row shows besides its label. */
type Shown = Pick<ProposedChange, 'kind' | 'section' | 'before' | 'after' | 'edits'> & {
  /** What it is about in the file. */
  there: Span | null;
};

/** Describes the changes of a rerun that makes them all. */
export class ChangeRows {
  readonly #report: Report;
  readonly #revision: EditedRevision;
  readonly #finder: EditFinder;
  readonly #labels: ChangeLabels;

  constructor(report: Report, { facts }: FreshDraft, revision: EditedRevision) {
    this.#report = report;
    this.#revision = revision;
    this.#finder = new EditFinder(revision);
    this.#labels = new ChangeLabels(facts, revision);
  }

  of(change: PlannedChange): PlacedRow {
    const { there, ...shown } = this.#shown(change);
    const label = this.#labels.of(change, titlesIn(shown.section).at(-1) ?? '');
    const at = there?.start ?? shown.edits[0]?.start ?? 0;
    return { at, row: { id: plannedChangeId(change), label, ...shown } };
  }

  /** What is left to the editor. */
  named(): PlacedRow[] {
    const bullets = new Map<string, Bullet>();
    const { entries, citations } = this.#revision.edited;
    const cited = citations.map(({ item, bullet }) => ({ items: [item], bullet }));
    for (const { items, bullet } of [...entries, ...cited])
      for (const item of items) if (bullet && !bullets.has(item)) bullets.set(item, bullet);
    return leftToEditor(this.#revision.result, this.#labels.nameOf).map(
      ({ id, item, words }: LeftToEditor) => {
        const bullet = bullets.get(item);
        const row = {
          ...{ id, kind: 'gone' as const, label: `${this.#labels.nameOf(item)}: ${words}` },
          section: bullet?.list.block.section.path ?? '',
          ...{ before: bullet?.content ?? '', after: '', edits: [] },
        };
        return { at: bullet?.start ?? 0, row };
      },
    );
  }

  #shown(change: PlannedChange): Shown {
    const { edits: all, placeOf } = this.#revision;
    const pathOf = (path: string) => placeOf(path)?.section.path ?? path;
    switch (change.kind) {
      case 'entries': {
        const untouched = [...change.replaced.map(([one]) => one), ...change.removed];
        const written = [...change.replaced.map(([, entry]) => entry), ...change.added];
        const [first] = untouched;
        const edits = [
          ...untouched.flatMap(({ bullet }) => this.#finder.touching(bullet)),
          ...change.added.flatMap((entry) => this.#finder.inserting(entry, entry.bullet.content)),
        ];
        return {
          kind: first ? 'changed' : 'new',
          section: first?.bullet.list.block.section.path ?? pathOf(written[0]?.section ?? ''),
          before: untouched.map(({ bullet }) => bullet.content).join('\n'),
          after: written.map(({ bullet }) => bullet.content).join('\n'),
          edits: [...new Set(edits)],
          there: first?.bullet ?? null,
        };
      }
      case 'unplaced': {
        const edits = this.#finder.inserting(change, change.text);
        const texts = { before: '', after: change.text };
        return { kind: 'new', section: pathOf(change.section), ...texts, edits, there: null };
      }
      case 'passage': {
        const { block: there, after } = change;
        return {
          ...{ kind: 'else', section: pathOf(change.section) },
          before: there ? this.#textOf(there) : '',
          after: after?.markdown ?? '',
          edits: there
            ? this.#finder.touching(there)
            : this.#finder.inserting(after, after?.markdown ?? ''),
          there,
        };
      }
      case 'lead': {
        const { edit } = change;
        const texts = { before: this.#textOf(edit), after: plainLines(edit.text) };
        const section = pathOf(change.section);
        return { kind: 'else', section, ...texts, edits: [edit], there: edit };
      }
      case 'front-matter': {
        const texts = { before: plainLines(change.before), after: plainLines(change.after) };
        return { kind: 'else', section: '', ...texts, edits: frontMatterEdits(all), there: null };
      }
    }
  }

  #textOf({ start, end }: Span): string {
    return plainLines(this.#report.text.slice(start, end));
  }
}

/** Its edit is the first one, if it has any. */
function frontMatterEdits(edits: readonly Edit[]): Edit[] {
  return edits.slice(0, 1);
}

function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
