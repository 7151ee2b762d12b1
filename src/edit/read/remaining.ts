import { isCommitKey, partsOfKey } from '../../item/item-id.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Span } from '../../markdown/span.ts';
import type { Desk } from '../desk.ts';
import type { DeskReading, DeskRemaining } from '../protocol.ts';

type Step = DeskRemaining['steps'][number];

/** Findings about what is counted as a comment or a section: one place is one step. */
const counted: ReadonlySet<string> = new Set(['leftover-instruction', 'section-untouched']);

/** What is left to do in a report, in the order of the text. */
export function remainingIn(
  reading: Pick<DeskReading, 'sections' | 'entries' | 'comments' | 'findings'>,
  { facts, home }: Desk,
): DeskRemaining {
  const drafted = reading.entries.filter(({ words }) => words === 'drafted');
  const sections = reading.sections.filter(({ isDrafted }) => isDrafted);
  const findings = reading.findings.filter(({ rule }) => !counted.has(rule));
  const labels = new Map(facts.items.map(({ id, label }) => [id, label]));
  const labelOf = (item: string) => labels.get(item) ?? shortLabel(item, home);
  const { comments } = reading;
  const steps = [
    ...sections.map((one) => step('section', one, one.title)),
    ...comments.map((one) => step('comment', one, one.text)),
    ...drafted.map((one) => step('entry', one, one.items.slice(0, 1).map(labelOf).join(''))),
    ...findings.map((one) => step('finding', one, one.message)),
  ];
  return {
    drafted: drafted.length,
    sections: sections.length,
    comments: comments.length,
    findings: findings.length,
    incomplete: facts.missing,
    steps: steps.toSorted((a, b) => a.start - b.start),
  };
}

function step(kind: Step['kind'], { start, end }: Span, label: string): Step {
  return { start, end, kind, label: plainText(label) };
}

function shortLabel(item: string, home: string | undefined): string {
  const [repository, name] = partsOfKey(item);
  if (isCommitKey(item)) return name.slice(0, 7);
  return repository === home?.toLowerCase() ? `#${name}` : item;
}
