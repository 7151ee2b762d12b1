import type { Nodes } from 'mdast';
import { isCitationLabel } from '../../../item/item-label.ts';
import { type Edit, withoutOverlaps } from '../../../markdown/edit.ts';
import { EditedOffsets } from '../../../markdown/edited-offsets.ts';
import type { Span } from '../../../markdown/span.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';
import type { DraftElement } from '../../../report/draft/draft.ts';
import type { Bullet } from '../../../report/outline.ts';
import { BlockInsertions } from '../../../revise/write/block-insertions.ts';
import { definitionEdits } from '../../../revise/write/definitions/definition-edits.ts';
import type {
  DefinitionNode,
  NewDefinition,
} from '../../../revise/write/definitions/definition-block.ts';
import { referencesIn } from '../../../revise/write/definitions/references-in.ts';
import {
  definitionLines,
  recordedDefinitions,
} from '../../../revise/write/definitions/update-definitions.ts';
import { markerOf } from '../../../revise/write/list-marker.ts';
import { endOfSection } from '../../../revise/write/section-end.ts';
import type { TextAnswer } from '../../protocol.ts';
import type { EditableText } from './editable-text.ts';
import { impossible } from './impossible.ts';
import { ListChanges } from './list-changes.ts';
import { shrunk } from './shrunk.ts';

/** What to select after an action: new text, or where an offset of the text is then. */
export type Selection = { text: string; isWhole?: boolean } | { at: number };

/** Collects what an action does to a text. */
export class TextChanges {
  readonly #text: EditableText;
  readonly #edits: Edit[] = [];
  readonly #written: Nodes[] = [];
  readonly #definitions: NewDefinition[] = [];
  readonly lists: ListChanges;
  readonly blocks: BlockInsertions;

  constructor(text: EditableText) {
    this.#text = text;
    this.lists = new ListChanges(text);
    this.blocks = new BlockInsertions(text.report, markerOf(text.entries));
  }

  edit(...edits: Edit[]): void {
    this.#edits.push(...edits);
  }

  /** Says from which nodes, of the text or of a draft, new text is written: their definitions stay or come. */
  refersTo(...nodes: Nodes[]): void {
    this.#written.push(...nodes);
  }

  /** Adds a definition that no draft has. */
  define(definition: NewDefinition): void {
    this.#definitions.push(definition);
  }

  /** Adds an entry as a block of its own, or as a list. */
  addBlock(before: number, bullet: Bullet, content: string): void {
    // A new list counts from its first number.
    const marker = bullet.marker.replace(/\d+/, '1');
    const element: DraftElement = {
      ...{ kind: 'entry', section: '', group: null, items: [], pulls: new Set(), levels: 0 },
      bullet: { ...bullet, marker, content },
    };
    this.blocks.add(before, element);
  }

  addParagraph(before: number, content: string): void {
    this.blocks.addBlock(before, content);
  }

  answer(said: string, selection: Selection): TextAnswer {
    const { report } = this.#text;
    const made = [...this.#edits, ...this.lists.edits()];
    const definitions = this.#definitionEdits(made);
    const blocks = this.blocks.insertions().map(({ edit }) => edit);
    const all = [...made, ...definitions, ...blocks];
    const edits = withoutOverlaps(all);
    if (edits.length < all.length)
      throw impossible(
        'The text around this entry is too tangled for that. Edit it in the source.',
      );
    return {
      edits: edits.flatMap((edit) => shrunk(report.text, edit)),
      select: selected(edits, selection),
      said,
    };
  }

  #definitionEdits(others: readonly Edit[]): Edit[] {
    const { report, record } = this.#text;
    const needed = new Set(this.#written.flatMap(referencesIn).map(({ identifier }) => identifier));
    for (const { identifier } of this.#definitions) needed.add(identifier);
    const gone = new SpanIndex(others.filter(({ start, end }) => end > start));
    const left = new Set(
      report.blocks
        .filter((block) => gone.overlaps(block))
        .flatMap(({ node }) => referencesIn(node))
        .filter((reference) => gone.overlaps(reference))
        .map(({ identifier }) => identifier),
    );
    const isLeft = [...left].some((identifier) => !needed.has(identifier));
    const isLacking = [...needed].some((identifier) => !report.definitions.has(identifier));
    if (!isLeft && !isLacking) return [];
    const { drafts } = this.#text.desk;
    const recorded = recordedDefinitions({ report, record });
    const { edits, added, isNewBlock } = definitionEdits(report, {
      needed,
      offered: [
        ...(drafts ? [drafts.fresh.draft, drafts.fresh.separate, drafts.others] : []).flatMap(
          (draft) => (draft ? definitionLines(draft.outline) : []),
        ),
        ...this.#definitions,
      ],
      isOurs: (one) => this.#isPlain(one) || recorded(one),
      mayGo: ({ node }) => left.has(node.identifier),
      others,
    });
    if (isNewBlock) {
      const recordAt = report.record?.start ?? report.text.length;
      const lines = added.map(({ line }) => line).join('\n');
      this.blocks.addBlock(endOfSection({ report, recordAt }), lines);
    }
    return edits;
  }

  /** Whether a definition is written as devreport would. */
  #isPlain({ node, start, end }: DefinitionNode): boolean {
    const label = node.label ?? '';
    const line = this.#text.text.slice(start, end);
    return isCitationLabel(label) && line === `[${label}]: ${node.url}`;
  }
}

function selected(edits: readonly Edit[], selection: Selection): Span {
  if ('at' in selection) {
    const at = new EditedOffsets(edits).after(selection.at);
    return { start: at, end: at };
  }
  const [line = ''] = selection.text.split('\n');
  let moved = 0;
  for (const { start, end, text } of edits) {
    const found = text.indexOf(line);
    if (found >= 0 && text !== '') {
      const from = start + moved + found;
      return { start: from, end: selection.isWhole === true ? from + line.length : from };
    }
    moved += text.length - (end - start);
  }
  const at = edits[0]?.start ?? 0;
  return { start: at, end: at };
}
