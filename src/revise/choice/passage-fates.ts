import { type Draft, entriesIn } from '../../report/draft/draft.ts';
import { pathsTo } from '../../report/sections.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { ChosenDecisions } from './choose.ts';
import { commonFate, type Fate } from './planned-change.ts';

/** By the path of a section: what becomes of its passages; null where each is a change of its own. */
export type PassageFate = (path: string) => Fate | null;

/**
 * The passages of a section that gets its first entries, or loses its last ones, follow those: “None in this
 * period.” above an entry would be wrong. The sections below a heading count as part of it.
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
  const [before, after] = [inFile, inDraft].map((paths) => new Set([...paths].flatMap(pathsTo)));
  const filled = new Map<string, Set<Fate>>();
  const emptied = new Map<string, Set<Fate>>();
  const add = (to: Map<string, Set<Fate>>, section: string, fate: Fate) => {
    for (const path of pathsTo(section)) to.set(path, (to.get(path) ?? new Set()).add(fate));
  };
  for (const [{ replaced, added, removed }, fate] of changes) {
    const moved = replaced.filter(([untouched, entry]) => untouched.section !== entry.section);
    for (const { section } of [...added, ...moved.map(([, entry]) => entry)])
      add(filled, section, fate);
    for (const { section } of [...removed, ...moved.map(([untouched]) => untouched)])
      add(emptied, section, fate);
  }
  return (path) => {
    const first = before?.has(path) === true ? undefined : filled.get(path);
    if (first) return commonFate(first);
    const last = after?.has(path) === true ? undefined : emptied.get(path);
    if (!last) return null;
    // As long as one stays, the section has entries.
    return last.has('left') ? 'left' : last.has('dismissed') ? 'dismissed' : 'made';
  };
}
