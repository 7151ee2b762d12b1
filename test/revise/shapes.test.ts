import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../src/render/load-template.ts';
import { runs } from '../support/runs.ts';
import { files, pull } from '../support/snapshot.ts';
import { bodyOf, type Facts, Series } from './support.ts';

/** Layouts with several groups of entries below one heading. */
const shapes = [
  ...['bold', 'details', 'people', 'tables', 'counts', 'both'],
  ...['html-list', 'html-details', 'html-terms', 'html-table'],
];
const folders = ['src', 'kernel', 'pkg', 'test'];
const titles = ['Core', 'Kernel', 'Packages', 'Testing'];

/** What an editor does to one line with an entry, and to one that leads others in. */
const edits = {
  leave: (line: string) => line,
  reword: (line: string, word: string) => line.replace(/Change (?=\d)/, `${word} `),
  delete: () => null,
};
const leadEdits = {
  ...edits,
  reword: (line: string, word: string) =>
    line.replace(/Core|Kernel|Packages|Testing/, `$& ${word}`),
};
const anyOf = (names: object, length: number) =>
  fc.array(fc.constantFrom(...Object.keys(names)), { minLength: length, maxLength: length });
const anyWeek = fc.array(fc.option(fc.nat(3), { freq: 2 }), { minLength: 9, maxLength: 9 });

const ENTRY = /\[#(\d)\]\(|>#(\d)<\/a>/;
const LEAD = /^(?:\*\*|<summary>|- )(Core|Kernel|Packages|Testing)\b/;

function numberIn(line: string): number {
  const [, inMarkdown, inHtml] = ENTRY.exec(line) ?? [];
  return Number(inMarkdown ?? inHtml ?? 0);
}

/** The title of the group above each item. */
function groupsIn(text: string): Map<number, string> {
  const found = new Map<number, string>();
  let title = '';
  for (const line of bodyOf(text).split('\n')) {
    title = LEAD.exec(line)?.[1] ?? title;
    const number = numberIn(line);
    if (number > 0) found.set(number, title);
  }
  return found;
}

describe.each(shapes)('groups in the shape of %s, after any edits', async (name) => {
  const layout = await loadTemplate(`shapes/${name}.hbs`, import.meta.dirname);
  const series = new Series({}, layout);

  test('get each new entry once in its group, and lose nothing of their editor', () => {
    fc.assert(
      fc.property(
        ...[anyWeek, anyWeek, anyOf(edits, 9), anyOf(leadEdits, 4), fc.boolean()],
        (first, later, chosen, chosenLeads, isRetitled) => {
          const factsOf = (week: readonly (number | null)[], suffix = ''): Facts => ({
            pullRequests: week.flatMap((folder, index) =>
              folder === null
                ? []
                : [
                    pull(index + 1, {
                      title: `Change ${index + 1}${suffix}`,
                      files: files(`${folders[folder]}/a`),
                    }),
                  ],
            ),
          });
          const theirs: string[] = [];
          const draft = series.draft(factsOf(first));
          const hasLead = new Set<string>();
          const lines = draft.split('\n').flatMap((line) => {
            const number = numberIn(line);
            const title = LEAD.exec(line)?.[1] ?? '';
            if (number === 0 && title === '') return [line];
            const edited =
              number > 0
                ? edits[chosen[number - 1] as keyof typeof edits](line, `word${number}`)
                : leadEdits[chosenLeads[titles.indexOf(title)] as keyof typeof edits](
                    line,
                    `word${title}`,
                  );
            // Without its outer item, a list item is another's; and half a tag is no edit.
            const now = edited === null && number === 0 && name !== 'bold' ? line : edited;
            if (now === line && title !== '') hasLead.add(title);
            if (now !== null && now !== line) theirs.push(now);
            return now !== null ? [now] : [];
          });
          const edited = lines.join('\n');
          const week = first.map((folder, index) => folder ?? later[index] ?? null);
          const facts = factsOf(week, isRetitled ? ' again' : '');
          const { text, result } = series.rerun(edited, facts);
          const context = `edited:\n${bodyOf(edited)}\nafter:\n${bodyOf(text)}`;

          expect(series.rerun(text, facts).text, context).toBe(text);
          expect(result.unplaced, context).toEqual([]);
          for (const line of theirs) expect(text.split('\n'), context).toContain(line);
          const groups = groupsIn(text);
          week.forEach((folder, index) => {
            const number = index + 1;
            const count = bodyOf(text).split(new RegExp(`/pull/${number}[)"]`)).length - 1;
            const isDeleted = first[index] !== null && chosen[index] === 'delete';
            expect(count, `#${number}\n${context}`).toBe(folder === null || isDeleted ? 0 : 1);
            const title = titles[folder ?? 0] ?? '';
            const wasThere = first.includes(folder);
            if (count === 1 && folder !== null && (!wasThere || hasLead.has(title)))
              expect(groups.get(number), `#${number}\n${context}`).toBe(title);
          });
        },
      ),
      runs(3),
    );
  });
});
