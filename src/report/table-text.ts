import type { Table, TableRow } from 'mdast';

/** A row without the padding of its cells, which depends on the other rows. */
export function rowText(text: string, { children }: TableRow): string {
  const cells = children.map(({ children: inside }) => {
    const start = inside[0]?.position?.start.offset ?? 0;
    return text.slice(start, inside.at(-1)?.position?.end.offset ?? start);
  });
  return `| ${cells.join(' | ')} |`;
}

const RULES = { left: ':--', right: '--:', center: ':-:', none: '---' };

/** The lines of a table above its rows. */
export function headerOf(text: string, { align, children: [first] }: Table): string[] {
  if (!first) return [];
  const rules = first.children.map((_, index) => RULES[align?.[index] ?? 'none']);
  return [rowText(text, first), `| ${rules.join(' | ')} |`];
}
