import type { Root as HtmlRoot } from 'hast';
import type { List, ListItem, Parents, Root, TableRow } from 'mdast';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { VFile } from 'vfile';

/** The tree of a Markdown document as one of HTML, with its raw HTML as it is written. */
export function hastOf(root: Root): HtmlRoot {
  const { listItem, tableRow } = defaultHandlers;
  const loose = new WeakMap<List, boolean>();
  const isLoose = (list: List) => {
    const known = loose.get(list) ?? (list.spread === true || list.children.some(isLooseItem));
    loose.set(list, known);
    return known;
  };
  // Those of the library look at all items of the list, and all rows of the table, for each of them.
  const handlers: Options['handlers'] = {
    listItem: (state, node: ListItem, parent: Parents | undefined) =>
      listItem(
        state,
        node,
        parent?.type === 'list' ? { ...parent, spread: isLoose(parent), children: [] } : parent,
      ),
    tableRow: (state, node: TableRow, parent: Parents | undefined) =>
      tableRow(
        state,
        node,
        parent?.type === 'table' ? { ...parent, children: parent.children.slice(0, 1) } : parent,
      ),
  };
  // Without a prefix: the sanitiser adds one to every id.
  const options = { allowDangerousHtml: true, clobberPrefix: '', handlers };
  return remarkRehype(options)(root, new VFile(''));
}

function isLooseItem({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}
