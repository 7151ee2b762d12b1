import { itemTexts } from '../../src/compose/item-texts.ts';
import { freshDraft } from '../../src/commands/draft/fresh-draft.ts';
import { compose } from '../../src/compose/compose.ts';
import type { EntryContext } from '../../src/compose/entry.ts';
import { separateEntries } from '../../src/compose/separate.ts';
import { nothingBefore } from '../../src/compose/view/previously.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { render, renderDocument } from '../../src/render/render.ts';
import { loadTemplate } from '../../src/render/load-template.ts';
import { draftOf } from '../../src/report/draft/draft-sections.ts';
import { recordOf, textWithRecord } from '../../src/report/draft/draft-record.ts';
import { readReport, type Report } from '../../src/report/report.ts';
import { reviseFrontMatter } from '../../src/revise/front-matter/revise-front-matter.ts';
import { knownFacts, withMemory } from '../../src/revise/known-facts.ts';
import { requireRevisable } from '../../src/revise/refuse.ts';
import { homeOf, isReplaceable } from '../../src/revise/replaceable.ts';
import { type FreshDraft, revise, type Revision } from '../../src/revise/revise.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { snapshot } from '../support/snapshot.ts';

export type Facts = Partial<Snapshot>;
type Layout = Awaited<ReturnType<typeof loadTemplate>>;

export const weekly = await loadTemplate('weekly', '.');
/** With reference links, and issues in two sections. */
export const digest = await loadTemplate('digest.hbs', import.meta.dirname);
/** With entries of two paragraphs, in a list in a list. */
export const nested = await loadTemplate('nested.hbs', import.meta.dirname);

/** With two lists of the same items below each heading. */
export const thanks = await loadTemplate('thanks.hbs', import.meta.dirname);

/** One report over time: its drafts from any facts, and its reruns. */
export class Series {
  readonly #config;
  readonly #layout;
  readonly #drafts = new WeakMap<Facts, string>();

  constructor(input: ConfigInput = {}, layout: Layout = weekly) {
    this.#config = config(input);
    this.#layout = layout;
  }

  /** The draft of some facts, with its record. */
  draft(facts: Facts): string {
    const known = this.#drafts.get(facts);
    if (known !== undefined) return known;
    const { draft, record } = this.#fresh(snapshot(facts), null);
    const made = textWithRecord(draft.outline.text, record);
    this.#drafts.set(facts, made);
    return made;
  }

  /** The same, also of a layout that is refused now: its report may have been begun before. */
  uncheckedDraft(facts: Facts): string {
    const collected = snapshot(facts);
    const known = knownFacts(collected);
    const view = compose(collected, this.#config, 7);
    const draft = draftOf(renderDocument(view, this.#layout), collected.server, {
      has: known.has,
      textsOf: (item) => itemTexts(view).get(item) ?? [],
    });
    const record = recordOf(draft, collected.period, collected.repositories[0], this.#layout.file);
    return textWithRecord(draft.outline.text, withMemory(record, known));
  }

  /** The draft with an entry for each pull request. */
  separate(facts: Facts): string {
    const collected = snapshot(facts);
    const view = compose(collected, this.#config, 7);
    return render(separateEntries(view, this.#context(collected)) ?? view, this.#layout);
  }

  /** The edited text, revised with a fresh draft of the facts. */
  rerun(
    edited: string,
    facts: Facts,
    { adopt = false, seen = [] }: { adopt?: boolean; seen?: readonly string[] } = {},
  ): Revision {
    const report = readReport({ path: 'reports/2017-05-08.md', text: edited });
    const collected = snapshot(facts);
    requireRevisable(report, collected.period, this.#config.weekStart, adopt);
    const fresh = this.#fresh(collected, report);
    return revise(report, fresh, new Set(seen), reviseFrontMatter(report, fresh.frontMatter));
  }

  /** The draft that the desk brings into a text, edited or not. */
  atDesk(text: string, facts: Facts): FreshDraft {
    const report = readReport({ path: 'reports/2017-05-08.md', text });
    return this.#fresh(snapshot(facts), report, true);
  }

  #fresh(collected: Snapshot, report: Report | null, isEdited = false): FreshDraft {
    const facts = knownFacts(collected);
    const edited = report && (isEdited || !isReplaceable(report, facts)) ? report : null;
    const home = edited ? homeOf(edited, collected.server) : undefined;
    const view = compose(collected, this.#config, 7, undefined, home);
    return freshDraft(view, this.#context(collected, home), this.#layout, facts, edited);
  }

  #context(collected: Snapshot, home = collected.repositories[0]): EntryContext {
    return { snapshot: collected, config: this.#config, home, previously: nothingBefore };
  }
}

/** A report without its record. */
export function bodyOf(text: string): string {
  return text.replace(/^<!-- devreport record: made[^]*?-->/m, '');
}

/** How the lines of two reports differ, their records aside: `-` is gone, `+` is new. */
export function changes(before: string, after: string): string[] {
  const [old, fresh] = [bodyOf(before).split('\n'), bodyOf(after).split('\n')];
  // The longest common subsequence, by lengths[i][j], that of the lines from old[i] and fresh[j] on.
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: fresh.length + 1 }, () => 0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      (lengths[i] ?? [])[j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) [i, j] = [i + 1, j + 1];
    else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      found.push(`-${old[i++] ?? ''}`);
    else found.push(`+${fresh[j++] ?? ''}`);
  }
  return found;
}
