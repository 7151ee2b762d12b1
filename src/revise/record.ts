import { createHash } from 'node:crypto';
import type { ListItem } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { citations } from '../markdown/citation.ts';
import { parseMarkdown } from '../markdown/processor.ts';
import { itemKey } from '../snapshot/reference.ts';
import type { Snapshot } from '../snapshot/schema.ts';

/**
 * What a draft remembers of how it was made: its period, and each item it offered with a hash of
 * the entry's generated text, so that a later run can tell the editor's words from its own.
 */
export interface Record {
  version: 1;
  period: Pick<Snapshot['period'], 'start' | 'end' | 'timezone'>;
  /** The hash of the draft as a whole: a file that still has it was never edited. */
  draft: string;
  /** By item (`owner/name#number`, lower case): the first 16 hex digits of its entry's SHA-256. */
  items: { [item: string]: string };
}

/** The draft with its record as the last thing in it. */
export function withRecord(draft: string, { period, server }: Snapshot): string {
  const { start, end, timezone } = period;
  const record: Record = {
    version: 1,
    period: { start, end, timezone },
    draft: hashText(draft),
    items: offeredItems(draft, server),
  };
  return `${draft.trimEnd()}\n\n${serialiseRecord(record)}\n`;
}

function offeredItems(draft: string, server: string): Record['items'] {
  const items = new Map<string, string>();
  visit(parseMarkdown(draft), 'listItem', (node: ListItem) => {
    const { start, end } = {
      start: node.children[0]?.position?.start.offset,
      end: node.position?.end.offset,
    };
    const hash = hashText(draft.slice(start, end));
    for (const item of citations(node, server)) {
      if (!items.has(itemKey(item))) items.set(itemKey(item), hash);
    }
    return SKIP;
  });
  return Object.fromEntries(items);
}

/** Line endings and the blanks around it are not the entry. */
export function hashText(text: string): string {
  return createHash('sha256')
    .update(text.replaceAll('\r\n', '\n').trim())
    .digest('hex')
    .slice(0, 16);
}

const OPENING = '<!-- devreport record';

function serialiseRecord({ version, period, draft, items }: Record): string {
  const lines = Object.entries(items).map(
    ([item, hash]) => `    ${JSON.stringify(item)}: "${hash}"`,
  );
  const json = [
    '{',
    `  "version": ${String(version)},`,
    `  "period": ${JSON.stringify(period)},`,
    `  "draft": "${draft}",`,
    `  "items": {${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}}`,
    '}',
  ].join('\n');
  // Inside an HTML comment no two hyphens may meet; JSON has another way to write one.
  return `${OPENING}: made by devreport, used when it is run again; leave it here\n${json.replaceAll('--', '-\\u002d')}\n-->`;
}
