import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../support/runs.ts';
import { stateAtEnd } from '../../../../src/collect/github/at-end/state-at-end.ts';
import type { ItemEvent } from '../../../../src/collect/github/facts/timeline-entries.ts';

const at = (n: number) => new Date(n * 1_000).toISOString().replace('.000', '');
const by = { login: 'ada', type: 'user' as const };

/** A change of an item. */
const change = fc.oneof(
  fc.constant({ type: 'turn' as const }),
  fc.string({ maxLength: 3 }).map((title) => ({ type: 'rename' as const, title })),
  fc.constantFrom('a', 'b', 'c').map((label) => ({ type: 'label' as const, label })),
);

test('undoing later events gives the state at the end', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), fc.nat(21), (changes, end) => {
      const now = { title: 'first', labels: new Set<string>(), closedAt: null as string | null };
      const snapshot = () => ({ ...now, labels: [...now.labels].toSorted() });
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
        const wasOpen = now.closedAt === null;
        now.closedAt = wasOpen ? at(n) : null;
        return { ...common, event: wasOpen ? 'closed' : 'reopened' };
      });
      if (end >= changes.length) expected = snapshot();
      const today = { ...now, labels: [...now.labels].map((name) => ({ name })) };
      const computed = stateAtEnd(today, events.toReversed(), at(end));
      expect({ ...computed, labels: computed.labels.toSorted() }).toEqual({
        ...expected,
        isOpen: expected.closedAt === null,
      });
    }),
    runs(100),
  );
});
