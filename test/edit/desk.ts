import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../src/edit/desk.ts';
import type { DeskFacts, DeskReading } from '../../src/edit/protocol.ts';
import { readDesk } from '../../src/edit/read/read-desk.ts';
import { readReport } from '../../src/report/report.ts';
import { alone } from '../check/world.ts';
import { layoutNames } from '../../src/config/layout-texts.ts';

export const noFacts: DeskFacts = {
  ...{ items: [], people: [], repositories: [], complete: true, missing: [] },
  ...{ source: 'GitHub', collectedAt: null, problem: null },
};

/** What a desk knows, by default nothing but where the report is. */
export function deskWith(parts: Partial<Desk> = {}): Desk {
  const { home = 'linuxkit/linuxkit', server = 'https://github.com' } = parts;
  return {
    ...{ path: 'reports/2017-05-08.md', server, home, facts: noFacts },
    ...{ drafts: null, highlights: null },
    check: { ...alone, server, repository: home },
    ...parts,
  };
}

/** A text as the desk reads it, without a preview. */
export function readingOf(text: string, parts: Partial<Desk> = {}): DeskReading {
  const desk = deskWith(parts);
  return readDesk(
    () => readReport({ path: desk.path, text }),
    desk,
    () => [],
  );
}

const layouts = join(import.meta.dirname, '..', 'layouts');

/** The drafts of the layouts: of the sample, of hostile titles, of an empty week and so on. */
export const layoutDrafts = layoutNames.flatMap((layout) =>
  ['sample', 'hostile', 'empty', 'repositories', 'everything'].map((facts) => ({
    layout,
    facts,
    text: readFileSync(join(layouts, layout, `${facts}.md`), 'utf8'),
  })),
);
