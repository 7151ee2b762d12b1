import type { ChangeDesc } from '@codemirror/state';
import type { DeskFinding, DeskReading } from '../../../protocol.ts';
import { movedSpan, offsetMover, type MoveOffset } from './spans-moved.ts';

type Block = DeskReading['preview'][number];

/** The reading of a text with the offsets after a change. What the change leaves alone is the same object. */
export function movedReading(reading: DeskReading, changes: ChangeDesc): DeskReading {
  const move = offsetMover(changes);
  const moved = <Of extends { start: number; end: number }>(of: Of): Of => movedSpan(of, move);
  return {
    ...reading,
    sections: reading.sections.map(moved),
    entries: reading.entries.map(moved),
    comments: reading.comments.map(moved),
    atoms: reading.atoms.map(moved),
    findings: reading.findings.map((finding) => movedFinding(finding, move, changes)),
    remaining: { ...reading.remaining, steps: reading.remaining.steps.map(moved) },
    preview: reading.preview.map((block) => movedBlock(block, move)),
  };
}

/** A finding whose text has changed since has no fixes until the next reading. */
function movedFinding(finding: DeskFinding, move: MoveOffset, changes: ChangeDesc): DeskFinding {
  const isTouched = finding.fixes.some(
    ({ edit }) => changes.touchesRange(edit.start, edit.end) !== false,
  );
  const fixes = isTouched
    ? []
    : finding.fixes.map((fix) => ({ ...fix, edit: movedSpan(fix.edit, move) }));
  return { ...movedSpan(finding, move), fixes };
}

/** Blocks have no gaps: what is inserted between two belongs to the one after. */
function movedBlock(block: Block, move: MoveOffset): Block {
  const [start, end] = [move(block.start, -1), move(block.end, -1)];
  return start === block.start && end === block.end ? block : { ...block, start, end };
}
