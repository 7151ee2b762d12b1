import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asOfEnd } from '../../../src/collect/github/fold.ts';
import type { Change } from '../../../src/collect/github/read/entries.ts';
import { runs } from '../../support/runs.ts';

const at = (n: number) => new Date(n * 1_000).toISOString().replace('.000', '');
const by = { login: 'ada', type: 'user' as const };

/** One thing that may happen to an item at a time. */
const happening = fc.oneof(
  fc.constant({ is: 'toggled' as const }),
  fc.string({ maxLength: 3 }).map((title) => ({ is: 'renamed' as const, title })),
  fc.constantFrom('a', 'b', 'c').map((label) => ({ is: 'label' as const, label })),
);

test('undoing what came later gives what was then', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 20 }), fc.nat(21), (happenings, end) => {
      const now = { title: 'first', labels: new Set<string>(), closedAt: null as string | null };
      const snapshot = () => ({ ...now, labels: [...now.labels].toSorted() });
      let then = snapshot();
      const changes: Change[] = happenings.map((what, n) => {
        const common = { id: String(n), by, at: at(n) };
        if (n === end) then = snapshot();
        if (what.is === 'renamed') {
          const previousTitle = now.title;
          now.title = what.title;
          return { ...common, is: 'renamed', previousTitle };
        }
        if (what.is === 'label') {
          const had = now.labels.delete(what.label);
          if (!had) now.labels.add(what.label);
          return { ...common, is: had ? 'unlabeled' : 'labeled', label: what.label };
        }
        const wasOpen = now.closedAt === null;
        now.closedAt = wasOpen ? at(n) : null;
        return { ...common, is: wasOpen ? 'closed' : 'reopened' };
      });
      if (end >= happenings.length) then = snapshot();
      const today = { ...now, labels: [...now.labels].map((name) => ({ name })) };
      const folded = asOfEnd(today, changes.toReversed(), at(end));
      expect({ ...folded, labels: folded.labels.toSorted() }).toEqual({
        ...then,
        isOpen: then.closedAt === null,
      });
    }),
    runs(100),
  );
});
