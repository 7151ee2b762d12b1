import { UsageError } from '../../errors.ts';
import type { FrontMatter } from '../../front-matter/front-matter.ts';
import { parseReport } from '../../front-matter/front-matter-document.ts';
import type { MarkdownDocument } from '../../markdown/processor.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { type Draft, type DraftSection, entriesIn } from './draft.ts';
import { draftOf } from './draft-sections.ts';
import { groupsToRecord, passagesToRecord } from './groups-to-record.ts';
import { hashesToRecord } from '../record/as-read.ts';
import { frontMatterHashes } from '../record/front-matter-hashes.ts';
import { hashText } from '../record/hash-text.ts';
import { noPlaceForRecord } from '../record/no-place-for-record.ts';
import { type ReportRecord, serialiseRecord } from '../record/record.ts';

/**
 * The draft, as text or rendered, with its record at its end. Of front matter in a text, a later run
 * leaves all to the editor.
 *
 * @param repository of `#12` in the draft
 * @throws {UsageError} `template-unclosed`
 */
export function withRecord(
  draft: string | (MarkdownDocument & { frontMatter?: FrontMatter | null }),
  { period, server, repositories }: Pick<Snapshot, 'period' | 'server' | 'repositories'>,
  repository = repositories[0],
): string {
  const { frontMatter = null, ...document } =
    typeof draft === 'string' ? { text: draft, root: parseReport(draft) } : draft;
  const record = recordOf(
    ...([draftOf(document, server), period, repository, 'of the draft', frontMatter] as const),
  );
  return textWithRecord(document.text, record);
}

/**
 * The record of a draft.
 *
 * @param repository that of `#12` in it
 * @param template its file, for errors
 * @throws {UsageError} `template-unclosed` when a later run could not find the record below the draft
 */
export function recordOf(
  { outline, sections }: Draft,
  { start, end, timezone }: Snapshot['period'],
  repository: string | undefined,
  template: string,
  frontMatter: FrontMatter | null = null,
): ReportRecord {
  const problem = noPlaceForRecord(outline);
  if (problem !== null) {
    throw new UsageError(
      'template-unclosed',
      `The template ${template} cannot be used: its draft ${problem}. Nothing was written.`,
      {
        hint: 'devreport adds its record at the end of a draft, where the next run has to find it.',
      },
    );
  }
  const definitions = outline.blocks
    .filter(({ node }) => node.type === 'definition')
    .map((block) => hashText(outline.text.slice(block.start, block.end)));
  return {
    version: 1,
    period: { start, end, timezone },
    repository,
    draft: hashText(outline.text),
    sections: offersOf(sections),
    frontMatter: frontMatterHashes(frontMatter),
    ...(definitions.length > 0 && { definitions: [...new Set(definitions)].sort() }),
  };
}

/** The items that a draft offers, and in which sections. */
function offersOf(sections: readonly DraftSection[]): ReportRecord['sections'] {
  return sections.map((section) => {
    const items = new Map<string, string[]>();
    for (const entry of entriesIn(section)) {
      for (const item of entry.items) {
        const hashes = items.get(item) ?? [];
        hashes.push(...hashesToRecord(entry.bullet));
        items.set(item, hashes);
      }
    }
    for (const item of section.unplaceable.flatMap((block) => block.items))
      items.set(item, items.get(item) ?? []);
    const passages = passagesToRecord(section);
    const groups = groupsToRecord(section);
    return {
      path: section.path,
      passages,
      items: Object.fromEntries(items),
      ...(groups && { groups }),
    };
  });
}

/** A draft's text with a record at its end. */
export function textWithRecord(text: string, record: ReportRecord): string {
  return `${text.trimEnd()}\n\n${serialiseRecord(record)}\n`;
}
