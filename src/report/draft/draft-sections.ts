import type { MarkdownDocument } from '../../markdown/processor.ts';
import { ReportGroups } from '../groups.ts';
import { type Citation, citationsIn } from '../links/citations.ts';
import { type Block, type Bullet, type Outline, outlineOf } from '../outline.ts';
import { hashText } from '../record/hash-text.ts';
import { entriesByBlock } from './draft-entries.ts';
import { GroupTree } from './group-tree.ts';
import { unplaceableParts } from './unplaceable-parts.ts';
import {
  type Draft,
  type DraftFacts,
  type DraftElement,
  type DraftPassage,
  type DraftSection,
  groupsIn,
  noFacts,
  passagesIn,
} from './draft.ts';

/** A draft without its record, as it was rendered. */
export function draftOf(
  { text, root }: MarkdownDocument,
  server: string,
  facts: DraftFacts = noFacts,
): Draft {
  const outline = outlineOf(text, root);
  return { outline, sections: draftSections(outline, server, facts) };
}

/** The sections of a text as those of a draft. */
export function draftSections(
  outline: Outline,
  server: string,
  facts: DraftFacts = noFacts,
): DraftSection[] {
  const citations = citationsIn(outline, server);
  const entries = entriesByBlock(outline, citations, facts);
  const all = [...entries.values()].flat();
  const listed = new Set(all.flatMap(({ items }) => items));
  const others = othersByBlock(citations, (item) => !listed.has(item) && facts.has(item));
  const tree = new GroupTree(outline, new ReportGroups(outline, citations), all);
  const sections = new Map<string, DraftSection>();
  for (const block of outline.blocks) {
    if (block.node.type === 'definition' || block.node.type === 'yaml') continue;
    const { path } = block.section;
    const section = sections.get(path) ?? { path, heading: null, elements: [], unplaceable: [] };
    sections.set(path, section);
    const markdown = outline.text.slice(block.start, block.end);
    const items = others.get(block) ?? [];
    if (block.node.type === 'heading') {
      const { depth } = block.node;
      section.heading ??= { depth, markdown: markdown.replace(/^#+[ \t]*/, '') };
      if (items.length > 0) section.unplaceable.push({ markdown, items });
      continue;
    }
    const own = entries.get(block);
    if (own) {
      for (const entry of own) tree.addEntry(section, entry);
      // Between the items of a list in HTML.
      if (items.length > 0) section.unplaceable.push({ markdown, items });
    } else if (!tree.isAround(block)) {
      const hash = hashText(markdown);
      tree.addPassage(section, { kind: 'passage', block, markdown, hash, items });
    }
  }
  const paragraphs = new Map(outline.paragraphs.map((one) => [one.list.block, one]));
  const citedIn = byBlock(citations);
  for (const section of sections.values()) {
    for (const group of groupsIn(section)) {
      const parts = tree.partsOnlyTheTemplateKnows(group);
      section.unplaceable.push(...parts);
    }
    makeParagraphsEntries(section, paragraphs, citedIn, server);
  }
  return [...sections.values()];
}

/**
 * Paragraphs with items are entries, if the section consists of them from the first one on. Where other
 * blocks stand between them, they are only parts of something.
 */
function makeParagraphsEntries(
  section: DraftSection,
  paragraphs: ReadonlyMap<Block, Bullet>,
  citedIn: ReadonlyMap<Block, readonly Citation[]>,
  server: string,
): void {
  const { path, elements } = section;
  const isEntry = (element: DraftElement) => element.kind === 'passage' && element.items.length > 0;
  const first = elements.findIndex(isEntry);
  const own = elements.slice(first).map((element): DraftElement | null => {
    if (element.kind !== 'passage' || isComment(element)) return element;
    const bullet = paragraphs.get(element.block);
    if (!bullet || element.items.length === 0) return null;
    const cited = citedIn.get(element.block) ?? [];
    const pulls = new Set(cited.filter(({ pull }) => pull).map(({ item }) => item));
    const items = [...new Set(cited.map(({ item }) => item))];
    return { kind: 'entry', section: path, group: null, items, pulls, bullet, levels: 0 };
  });
  if (first >= 0 && own.every((element) => element !== null))
    elements.splice(first, own.length, ...own);
  const parts = passagesIn(section).filter(({ items }) => items.length > 0);
  section.unplaceable.push(...parts.flatMap((passage) => unplaceableParts(passage, server)));
}

function isComment({ block: { node } }: DraftPassage): boolean {
  return node.type === 'html' && /^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value);
}

function byBlock(citations: readonly Citation[]): Map<Block, Citation[]> {
  const found = new Map<Block, Citation[]>();
  for (const citation of citations) {
    const own = found.get(citation.block) ?? [];
    own.push(citation);
    found.set(citation.block, own);
  }
  return found;
}

/** Some items, by the blocks that cite them. */
function othersByBlock(
  citations: readonly Citation[],
  isOther: DraftFacts['has'],
): Map<Block, string[]> {
  const others = new Map<Block, Set<string>>();
  for (const { item, block } of citations)
    if (isOther(item)) others.set(block, (others.get(block) ?? new Set()).add(item));
  return new Map([...others].map(([block, items]) => [block, [...items]]));
}
