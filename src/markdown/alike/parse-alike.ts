import type { List, ListItem, Root } from 'mdast';
import { ItemModel } from './item-model.ts';
import { lineShape } from './line-shape.ts';
import { parseKept } from './parse-kept.ts';
import { type Line, textLines, bulletOf } from './text-lines.ts';

/** With fewer items, comparing them takes longer than parsing them. */
const FEWEST_ITEMS = 150;

/**
 * The tree of a text, of whose list items on one line only those are parsed that differ in more than
 * their words: the others are copies of them.
 *
 * A line like `- text` begins a new item of the list that the line before it belongs to, whatever is in
 * both, if that line begins like it. So nothing else changes when such a line is not there, and the line
 * behind it begins like it, too.
 *
 * @param parse gives the tree of a text, with positions
 * @param fewest how many items on one line a text must have
 */
export function parseAlike(
  text: string,
  parse: (text: string) => Root,
  fewest = FEWEST_ITEMS,
): Root {
  // The parser does not count a byte order mark.
  const isUnusual = text.includes('\r') || text.startsWith('\uFEFF');
  if (isUnusual || (text.match(/^[-*+] /gm)?.length ?? 0) < fewest) return parse(text);
  const lines = textLines(text);
  const hasDefinitions = text.includes(']:');
  const shapes = lines.map((line) =>
    bulletOf(line) === null ? null : lineShape(line.text, hasDefinitions),
  );
  /** Of lines that are no such items. */
  const refused = new Set<string | null>([null]);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const copies = copiedLines(lines, shapes, refused);
    if (copies.size === 0) break;
    const kept = lines.filter((line) => !copies.has(line));
    const root = parseKept(kept, parse);
    const models = modelsIn(root, copies);
    const unlike = [...models].filter(([, model]) => model === null);
    if (unlike.length === 0) {
      if (insert(root, lines, copies, models)) return root;
      break;
    }
    for (const [line] of unlike) refused.add(shapes[line.number - 1] ?? null);
  }
  return parse(text);
}

/** The lines to leave out, each with an earlier one of the same shape. */
function copiedLines(
  lines: readonly Line[],
  shapes: readonly (string | null)[],
  refused: ReadonlySet<string | null>,
): Map<Line, Line> {
  const firsts = new Map<string | null, Line>();
  const copies = new Map<Line, Line>();
  lines.forEach((line, index) => {
    const shape = shapes[index] ?? null;
    if (refused.has(shape)) return;
    const first = firsts.get(shape);
    const marker = bulletOf(line);
    if (!first) firsts.set(shape, line);
    else if (bulletOf(lines[index - 1]) === marker && bulletOf(lines[index + 1]) === marker)
      copies.set(line, first);
  });
  return copies;
}

/** The items of lines that others look like; null for one that is no such item. */
function modelsIn(root: Root, copies: ReadonlyMap<Line, Line>): Map<Line, ItemModel | null> {
  const items = new Map(
    listsIn(root).flatMap((list) => list.children.map((item) => [lineOf(item), item] as const)),
  );
  return new Map(
    [...new Set(copies.values())].map((line) => {
      const item = items.get(line.number);
      return [line, item ? ItemModel.of(item, line) : null];
    }),
  );
}

/** @returns whether all copies had a place */
function insert(
  root: Root,
  lines: readonly Line[],
  copies: ReadonlyMap<Line, Line>,
  models: ReadonlyMap<Line, ItemModel | null>,
): boolean {
  let inserted = 0;
  for (const list of listsIn(root)) {
    list.children = list.children.flatMap((item) => {
      const more = copiesBelow(item);
      inserted += more.length;
      return [item, ...more];
    });
    // A rule may be behind it, which begins like an item.
    const end = list.children.at(-1)?.position?.end;
    if (list.position && end) list.position.end = { ...end };
  }
  return inserted === copies.size;

  function copiesBelow(item: ListItem): ListItem[] {
    // Code that nothing closes reaches into the line behind it.
    if (item.position?.end.line !== lineOf(item)) return [];
    const found: ListItem[] = [];
    for (let at = lineOf(item); ; at += 1) {
      const line = lines[at];
      const model = line && copies.get(line);
      const made = model && models.get(model)?.copyTo(line);
      if (!made) return found;
      found.push(made);
    }
  }
}

function listsIn({ children }: Root): List[] {
  return children.filter((node) => node.type === 'list');
}

/** The number of the first line of an item. */
function lineOf({ position }: ListItem): number {
  return position?.start.line ?? 0;
}
