import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/markdown/edit.ts';
import type { Span } from '../../../src/markdown/span.ts';
import type { DeskReading } from '../../../src/edit/protocol.ts';
import { hostileText } from '../../support/hostile.ts';
import { runs } from '../../support/runs.ts';
import { layoutDrafts, readingOf } from '../desk.ts';

describe.each(layoutDrafts)('the draft “$layout” of “$facts”', ({ text }) => {
  const reading = readingOf(text);

  test('is in the words of the draft everywhere', () => {
    expect(reading.problem).toBeNull();
    expect(reading.entries.map(({ words }) => words)).toEqual(reading.entries.map(() => 'drafted'));
    for (const { takesEntries, isDrafted, entries } of reading.sections)
      expect([takesEntries, isDrafted]).toEqual([entries > 0, entries > 0]);
    expect(reading.takenOut).toEqual([]);
  });

  test('has nothing left over once it is edited', () => {
    const edited = text.replaceAll(/<!-- editor:[^]*?-->/g, '').replaceAll(/\b[Aa]dd\b/g, 'We add');
    const { comments, remaining } = readingOf(edited);
    expect(comments).toEqual([]);
    expect(remaining.comments).toBe(0);
    expect(remaining.drafted).toBeLessThanOrEqual(reading.remaining.drafted);
  });

  test('is read alike with other line endings', () => {
    const crlf = readingOf(text.replaceAll('\n', '\r\n'));
    expect(crlf.entries.map(({ title, items, words }) => [title, items, words])).toEqual(
      reading.entries.map(({ title, items, words }) => [title, items, words]),
    );
    expect(crlf.sections.map(({ path, isDrafted }) => [path, isDrafted])).toEqual(
      reading.sections.map(({ path, isDrafted }) => [path, isDrafted]),
    );
    expectSound(text.replaceAll('\n', '\r\n'), crlf);
  });

  test('has everything where it says', () => {
    expectSound(text, reading);
  });
});

test('whatever an editor writes, offsets are inside the text, edits apply, and reading again says the same', () => {
  const draft = fc.constantFrom(...layoutDrafts.map(({ text }) => text));
  const anywhere = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(draft, anywhere, anywhere, hostileText, (text, from, length, words) => {
      const start = Math.floor(from * text.length);
      const end = Math.min(text.length, start + Math.floor(length * 400));
      const edited = text.slice(0, start) + words + text.slice(end);
      const reading = readingOf(edited);
      expectSound(edited, reading);
      expect(readingOf(edited)).toEqual(reading);
    }),
    runs(60),
  );
});

function expectSound(given: string, reading: DeskReading): void {
  const text = given.replace(/^\uFEFF/, '');
  const { sections, entries, comments, atoms, findings, remaining } = reading;
  const spans: Span[] = [...sections, ...entries, ...comments, ...atoms, ...findings];
  for (const { start, end } of [...spans, ...remaining.steps]) {
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(start).toBeGreaterThanOrEqual(0);
  }
  for (const { start, end } of comments) expect(text.slice(start, end)).toMatch(/^<!--\s*editor:/);
  for (const { start, end, login } of atoms)
    if (login !== null) expect(text.slice(start, end).toLowerCase()).toContain(login.toLowerCase());
  for (const { start, depth } of sections)
    if (depth > 0) expect(text.slice(start)).toMatch(/^(?:#|[^\n\r]+[\r\n])/);
  for (const { section, start, end } of entries) {
    const own = sections[section];
    expect(own?.start).toBeLessThanOrEqual(start);
    expect(own?.end).toBeGreaterThanOrEqual(end);
  }
  for (const { start, end, fixes } of findings) {
    for (const { edit, label } of fixes) {
      expect(edit.start).toBeGreaterThanOrEqual(start);
      expect(edit.end).toBeLessThanOrEqual(end);
      expect(label).not.toBe('');
      expect(applyEdits(text, [edit])).not.toBe(text);
    }
  }
  expectApart(entries);
  expectApart(atoms);
  expect(remaining.steps).toEqual(remaining.steps.toSorted((a, b) => a.start - b.start));
  expect(remaining.steps).toHaveLength(
    remaining.drafted + remaining.sections + remaining.comments + remaining.findings,
  );
}

function expectApart(spans: readonly Span[]): void {
  spans.forEach(({ start }, index) => {
    const before = spans[index - 1];
    if (before) expect(before.end).toBeLessThanOrEqual(start);
  });
}
