import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../support/runs.ts';
import { draftAtEnd, stateAtEnd } from '../../../../src/collect/github/at-end/state-at-end.ts';
import type { ItemEvent } from '../../../../src/collect/github/facts/timeline-entries.ts';
import { stateReasons } from '../../../../src/snapshot/schema.ts';

const at = (n: number) => new Date(n * 1_000).toISOString().replace('.000', '');
const by = { login: 'ada', type: 'user' as const };

/** A change of an item. */
const change = fc.oneof(
  fc.constantFrom(...stateReasons).map((reason) => ({ type: 'turn' as const, reason })),
  fc.constant({ type: 'draft' as const }),
  fc.string({ maxLength: 3 }).map((title) => ({ type: 'rename' as const, title })),
  fc.constantFrom('a', 'b', 'c').map((label) => ({ type: 'label' as const, label })),
);

test('undoing later events gives the state at the end', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), fc.nat(21), (changes, end) => {
      const now = { title: 'first', labels: new Set<string>(), closedAt: null as string | null };
      let isDraft = false;
      let reason: (typeof stateReasons)[number] | null = null;
      const snapshot = () => ({
        ...{ ...now, isDraft, stateReason: reason },
        labels: [...now.labels].toSorted(),
      });
      let expected = snapshot();
      const events: ItemEvent[] = changes.map((what, n) => {
        const common = { id: String(n), by, at: at(n) };
        if (n === end) expected = snapshot();
        if (what.type === 'rename') {
          const previousTitle = now.title;
          now.title = what.title;
          return { ...common, event: 'renamed', previousTitle };
        }
        if (what.type === 'label') {
          const had = now.labels.delete(what.label);
          if (!had) now.labels.add(what.label);
          return { ...common, event: had ? 'unlabeled' : 'labeled', label: what.label };
        }
        if (what.type === 'draft') {
          isDraft = !isDraft;
          return { ...common, event: isDraft ? 'drafted' : 'readied' };
        }
        const wasOpen = now.closedAt === null;
        now.closedAt = wasOpen ? at(n) : null;
        reason = wasOpen ? what.reason : null;
        return wasOpen
          ? { ...common, event: 'closed', reason: what.reason }
          : { ...common, event: 'reopened' };
      });
      if (end >= changes.length) expected = snapshot();
      const labels = [...now.labels].map((name) => ({ name }));
      const today = { ...now, labels, stateReason: reason };
      const computed = stateAtEnd(today, events.toReversed(), at(end));
      const draft = draftAtEnd(isDraft, events.toReversed(), at(end));
      expect({ ...computed, isDraft: draft, labels: computed.labels.toSorted() }).toEqual({
        ...expected,
        isOpen: expected.closedAt === null,
      });
    }),
    runs(100),
  );
});

test.each([
  ['the reason of today, when the closing has none', null, 'not_planned', [], 'not_planned'],
  ['the reason of the closing', 'not_planned', 'completed', [], 'not_planned'],
  ['a duplicate, which the closing calls not planned', 'not_planned', 'duplicate', [], 'duplicate'],
  ['no reason, when it was closed anew since', null, 'completed', [20, 21], null],
  ['the reason of the closing then', 'duplicate', 'completed', [20, 21], 'duplicate'],
] as const)('%s', (_, reason, stateReason, [reopenedAt, closedAt], expected) => {
  const later: ItemEvent[] =
    closedAt === undefined
      ? []
      : [
          { id: '2', by, at: at(reopenedAt ?? 0), event: 'reopened' },
          { id: '3', by, at: at(closedAt), event: 'closed', reason: 'completed' },
        ];
  const events: ItemEvent[] = [{ id: '1', by, at: at(5), event: 'closed', reason }, ...later];
  const today = { title: '', labels: [], closedAt: at(closedAt ?? 5), stateReason };
  expect(stateAtEnd(today, events, at(10)).stateReason).toBe(expected);
});

test('the reason of today without any event', () => {
  const today = { title: '', labels: [], closedAt: at(5), stateReason: 'duplicate' as const };
  expect(stateAtEnd(today, [], at(10))).toMatchObject({ isOpen: false, stateReason: 'duplicate' });
  expect(stateAtEnd(today, [], at(3))).toMatchObject({ isOpen: true, stateReason: null });
});
