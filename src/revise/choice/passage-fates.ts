import { type Draft, entriesIn } from '../../report/draft/draft.ts';
import { pathsTo } from '../../report/sections.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { ChosenDecisions } from './choose.ts';
import { commonFate, type Fate } from './planned-change.ts';

/** By the path of a section: what becomes of its passages; null where each is a change of its own. */
export type PassageFate = (path: string) => Fate | null;

/**
 * The passages of a section that gets its first entries, or loses its last ones, follow those: “None in this
 * period.” above an entry would be wrong. So do those of the sections around it, if they have none themselves.
 */
export function passageFates(
  { entries, citations, offers }: EditedReport,
  { sections }: Draft,
  { changes }: ChosenDecisions,
): PassageFate {
  const inFile = new Set([
    ...entries.map(({ section }) => section),
    ...citations.flatMap(({ item }) => offers.sectionsOf(item)),
  ]);
  const inDraft = new Set(
    sections.filter((section) => entriesIn(section).length > 0).map(({ path }) => path),
  );
  const filled = new FatesAround(inFile);
  const emptied = new FatesAround(inDraft);
  for (const [{ replaced, added, removed }, fate] of changes) {
    for (const { section } of added) filled.add(section, fate);
    for (const { section } of removed) emptied.add(section, fate);
    for (const [untouched, entry] of replaced) {
      filled.add(entry.section, fate);
      emptied.add(untouched.section, fate);
    }
  }
  return (path) => {
    const first = filled.of(path);
    if (first) return commonFate(first);
    const last = emptied.of(path);
    if (!last) return null;
    // As long as one stays, the section has entries.
    return last.has('left') ? 'left' : last.has('dismissed') ? 'dismissed' : 'made';
  };
}

/** What becomes of entries in some sections and in those around them. */
class FatesAround {
  readonly #others: ReadonlySet<string>;
  readonly #fates = new Map<string, Set<Fate>>();

  /** `others`: the paths of sections that this is not about. */
  constructor(others: ReadonlySet<string>) {
    this.#others = others;
  }

  add(section: string, fate: Fate): void {
    if (this.#others.has(section)) return;
    for (const path of pathsTo(section)) {
      const fates = this.#fates.get(path) ?? new Set();
      this.#fates.set(path, fates.add(fate));
    }
  }

  of(path: string): ReadonlySet<Fate> | undefined {
    return this.#others.has(path) ? undefined : this.#fates.get(path);
  }
}
