import type { Decisions } from '../decide.ts';
import { type Draft, entriesIn, type Entry, passagesIn, type Section } from '../../report/draft.ts';
import type { Edited } from '../match/edited.ts';
import type { Record } from '../../report/record.ts';

type Texts = Map<string, Set<string>>;

/**
 * The record after a run: what was ever offered, with every text generated for it. What the run
 * itself took out of a section is forgotten there; it would pass for deleted by the editor.
 *
 * @param shown the sections of the draft that are in the file now
 */
export function rerecord(
  edited: Edited,
  draft: Draft,
  decisions: Decisions,
  shown: readonly Section[],
): Record {
  const { version, period, repository, sections: before } = edited.record;
  const entries = draft.sections.flatMap(entriesIn);
  const isStillOffered = stillOffered(edited, entries, decisions);
  const passages = new Map(before.map((section) => [section.path, section.passages]));
  const texts = new Map<string, Texts>();
  for (const { path, items } of before) {
    const staying = Object.entries(items).filter(([item]) => isStillOffered(path, item));
    texts.set(path, new Map(staying.map(([item, hashes]) => [item, new Set(hashes)])));
  }

  const shownEntries = new Set([
    ...decisions.settled.keys(),
    ...decisions.replaced.values(),
    ...decisions.added,
  ]);
  for (const entry of new Set([...shownEntries, ...entries])) {
    const { section, items, bullet } = entry;
    for (const item of items) {
      // What stands in the editor's words, or nowhere, is remembered where it was offered.
      const known = [...texts].filter(([, inSection]) => inSection.has(item));
      const isHere = shownEntries.has(entry) || known.some(([path]) => path === section);
      const paths = isHere ? [section] : known.map(([path]) => path);
      for (const path of paths) {
        const inSection: Texts = texts.get(path) ?? new Map<string, Set<string>>();
        inSection.set(item, (inSection.get(item) ?? new Set()).add(bullet.hash));
        texts.set(path, inSection);
      }
    }
  }
  for (const section of shown)
    passages.set(
      section.path,
      passagesIn(section).map(({ hash }) => hash),
    );

  const paths = new Set([...texts.keys(), ...passages.keys()]);
  return {
    version,
    period,
    repository,
    sections: [...paths].map((path) => ({
      path,
      passages: passages.get(path) ?? [],
      items: Object.fromEntries(
        [...(texts.get(path) ?? [])].map(([item, hashes]) => [item, [...hashes]]),
      ),
    })),
  };
}

/** Whether a section still has an item: in the draft, in what stays of the file, or in the editor's hands. */
function stillOffered(
  { entries: untouched }: Edited,
  fresh: readonly Entry[],
  { removed, replaced }: Decisions,
): (section: string, item: string) => boolean {
  const gone = new Set([...removed, ...replaced.keys()]);
  const places = new Set(
    [...fresh, ...untouched.filter((one) => !gone.has(one))].flatMap(({ section, items }) =>
      items.map((item) => `${item} ${section}`),
    ),
  );
  const ours = new Set(untouched.flatMap(({ items }) => items));
  return (section, item) => places.has(`${item} ${section}`) || !ours.has(item);
}
