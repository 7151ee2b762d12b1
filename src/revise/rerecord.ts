import type { Decisions } from './decide.ts';
import { type Draft, entriesIn, passagesIn, type Section } from './draft.ts';
import type { Edited } from './edited.ts';
import type { Record } from './record.ts';

type Sections = Map<string, { passages: string[]; items: Map<string, Set<string>> }>;

/**
 * The record after a run: what was ever offered, with every text generated for it. What the run
 * itself took out of a section is forgotten there; it would pass for deleted by the editor.
 *
 * @param shown the sections of the draft that are in the file now
 */
export function rerecord(
  edited: Edited,
  draft: Draft,
  { settled, replaced, removed, added }: Decisions,
  shown: readonly Section[],
): Record {
  const { version, period, sections: before } = edited.record;
  const sections: Sections = new Map();
  const sectionAt = (path: string) => {
    const section = sections.get(path) ?? { passages: [], items: new Map<string, Set<string>>() };
    sections.set(path, section);
    return section;
  };
  for (const { path, passages, items } of before) {
    const texts = Object.entries(items).map(
      ([item, hashes]) => [item, new Set(hashes)] satisfies [string, Set<string>],
    );
    sections.set(path, { passages, items: new Map(texts) });
  }

  const written = [...replaced.values(), ...added];
  const present = new Set(
    [...written, ...settled.keys()].flatMap(({ section, items }) =>
      items.map((item) => `${item} ${section}`),
    ),
  );
  for (const { section, items } of [...removed, ...replaced.keys()]) {
    for (const item of items)
      if (!present.has(`${item} ${section}`)) sections.get(section)?.items.delete(item);
  }

  const offered = new Set([
    ...before.flatMap(({ items }) => Object.keys(items)),
    ...written.flatMap(({ items }) => items),
  ]);
  for (const { section, items, bullet } of [...draft.sections.flatMap(entriesIn), ...written]) {
    for (const item of items.filter((one) => offered.has(one))) {
      const texts = sectionAt(section).items;
      texts.set(item, (texts.get(item) ?? new Set()).add(bullet.hash));
    }
  }
  for (const section of shown)
    sectionAt(section.path).passages = passagesIn(section).map(({ hash }) => hash);

  return {
    version,
    period,
    sections: [...sections].map(([path, { passages, items }]) => ({
      path,
      passages,
      items: Object.fromEntries([...items].map(([item, texts]) => [item, [...texts]])),
    })),
  };
}
