import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOfProject } from '../../src/propose/facts-of-project.ts';
import { firstSections } from '../../src/propose/first-sections.ts';
import { hostileText } from '../support/hostile.ts';
import { runs } from '../support/runs.ts';
import { files, issue, pull, snapshot } from '../support/snapshot.ts';

test('whatever a project is like, it gets sections, one of them for everything else', () => {
  const text = fc.oneof(hostileText, fc.constantFrom('area/a', 'area/b', 'fix: a', 'feat: b'));
  const path = fc.oneof(text, fc.constantFrom('a/x', 'b/x', 'dist/x', 'README.md'));
  const parts = fc.record({
    title: text,
    labels: fc.array(text, { maxLength: 3 }),
    files: fc.array(path, { maxLength: 3 }).map((paths) => files(...paths)),
  });
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), fc.array(text), (all, labels) => {
      const facts = snapshot({
        pullRequests: all.map((one, index) => pull(index + 1, one)),
        issues: [issue(100, { labels })],
      });
      const { sections, fallback } = firstSections(factsOfProject(facts));
      expect(sections.map(({ id }) => id)).toContain(fallback);
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    }),
    runs(200),
  );
});
