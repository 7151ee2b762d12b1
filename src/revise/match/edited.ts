import type { Entry } from '../../report/draft.ts';
import { untouchedEntries, withOuter } from './generated.ts';
import { hashText } from '../../report/hash-text.ts';
import type { Block, Bullet, Citation, Page } from '../../report/page.ts';
import type { Record } from '../../report/record.ts';

/** An entry in the file that still reads as it was generated. */
export interface Untouched {
  bullet: Bullet;
  /** The path of the section it was generated for, wherever it stands now. */
  section: string;
  items: string[];
}

/** A passage in the file that still reads as it was generated. */
export interface UntouchedPassage {
  block: Block;
  hash: string;
}

/** A report as its editor left it, told apart into our words and theirs. */
export interface Edited {
  page: Page;
  record: Record;
  /** Where the record stands; past the end when it is to come. */
  recordAt: number;
  /** In the order of the text. */
  entries: Untouched[];
  passages: UntouchedPassage[];
  /** What the editor's own words cite. */
  citations: Citation[];
}

/** `fresh`: what the draft offers now. */
export function readEdited(
  page: Page,
  record: Record,
  recordAt: number,
  fresh: readonly Entry[],
): Edited {
  const entries = untouchedEntries(page, record, fresh);
  const ours = new Set(entries.map(({ bullet }) => bullet));
  return {
    page,
    record,
    recordAt,
    entries,
    passages: untouchedPassages(page, record),
    citations: page.citations.filter(
      ({ bullet }) => !withOuter(bullet).some((one) => ours.has(one)),
    ),
  };
}

function untouchedPassages({ text, blocks }: Page, { sections }: Record): UntouchedPassage[] {
  const generated = new Set(sections.flatMap(({ passages }) => passages));
  return blocks
    .filter(({ node }) => node.type !== 'heading')
    .map((block) => ({ block, hash: hashText(text.slice(block.start, block.end)) }))
    .filter(({ hash }) => generated.has(hash));
}
