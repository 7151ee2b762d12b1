import { blockEdits } from './blocks.ts';
import { entryEdits } from './entries.ts';
import type { Chance, Edit } from './lines.ts';
import { sectionEdits } from './sections.ts';
import { fileEdits, textEdits } from './texts.ts';

const edits: Record<string, Edit> = { ...entryEdits, ...sectionEdits, ...blockEdits, ...textEdits };

export const editNames = [...Object.keys(edits), ...Object.keys(fileEdits)];

/** The text edited; its record stays whole, and the line endings what they are. */
export function edit(text: string, name: string, chance: Chance): string {
  const whole = fileEdits[name];
  if (whole) return whole(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const at = text.search(/^<!-- devreport record: made/m);
  const lines = text.slice(start, at).split(/\r?\n/);
  const edited = edits[name]?.(lines, chance) ?? lines;
  const body = edited.join(eol).replace(/(\S[ ]*)$/, `$1${eol}${eol}`);
  return text.slice(0, start) + body + text.slice(at);
}
