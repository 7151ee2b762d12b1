import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { previewLines } from '../../../src/propose/shown/preview-lines.ts';
import { project, report } from '../project.ts';

/** A list of so many pull requests of a repository, each of which only this report cites. */
const list = (issue: number, repository: string, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const number = issue * 100 + index;
    return `- [did ${number}](https://github.com/${repository}/pull/${number})\n`;
  }).join('');

const issue = (number: number) => `# News ${number}

## Updates

### Compiler

${list(number, 'Acme/Lang', 2)}
### Library

${list(number + 50, 'Acme/Lang', 2)}
### Docs

${list(number + 20, 'Acme/Lang', 2)}
### Build tool

${list(number, 'acme/build', 2)}
### Linter

${list(number, 'acme/lint', 4)}
## Open issues

### Also

${list(number + 70, 'acme/lint', 3)}
# Quote of the week

${number === 1 ? list(1, 'other/thing', 1) : ''}
`;

const reports = [1, 2, 3, 4].map((number) => report(issue(number)));
const newsletter = (parts: object = {}) => project({ repository: 'acme/news', reports, ...parts });

describe('reports about other repositories', () => {
  test('give these, and sections for them under the headings that they have', () => {
    const { sections, repositories, fallback, notes } = propose(newsletter());
    expect(sections.map(({ title, repositories: own }) => [title, own])).toEqual([
      ['Lang', ['Acme/Lang']],
      ['Build tool', ['acme/build']],
      ['Linter', ['acme/lint']],
    ]);
    expect(repositories).toEqual(['acme/lint', 'Acme/Lang', 'acme/build']);
    expect(fallback).toBe('Lang');
    expect(notes).toEqual([
      'They are mostly about other repositories: acme/lint, Acme/Lang, acme/build.',
      'They divide Acme/Lang into Compiler, Library, Docs, which no rule about repositories can.',
    ]);
  });

  test('are shown by the newest of them', () => {
    const proposed = propose(newsletter());
    const lines = proposed.preview ? previewLines(proposed, proposed.preview) : [];
    expect(lines.filter((line) => !line.startsWith('    '))).toEqual([
      'The last report, 15 pull requests, in these sections:',
      ...['  Lang: 6', '  Build tool: 2', '  Linter: 7'],
    ]);
    expect(lines).toContain('    did 400');
  });

  test('without headings give the repositories, with kinds of work', () => {
    const plain = [1, 2, 3].map((number) => report(`# News\n\n${list(number, 'acme/lang', 6)}`));
    const { sections, repositories, notes } = propose(newsletter({ reports: plain }));
    expect(repositories).toEqual(['acme/lang']);
    expect(sections.map(({ title }) => title)).toContain('Fixes');
    expect(notes[0]).toBe('Nothing in the earlier reports suggests sections.');
    // Reports have nothing that kinds of work go by.
    expect(propose(newsletter({ reports: plain })).preview?.changes).toEqual([]);
  });

  test('are shown with the words of an entry where a link is a number', () => {
    const numbered = (number: number) =>
      `## Lang\n\n- Faster builds [#${number}](https://github.com/acme/lang/pull/${number})\n\n## Lint\n\n${list(number, 'acme/lint', 6)}`;
    const { preview } = propose(newsletter({ reports: [1, 2, 3].map((n) => report(numbered(n))) }));
    expect(preview?.changes[0]?.title).toBe('Faster builds #3');
  });

  test('have no sections from parts about everything', () => {
    const summed = [1, 2, 3].map((number) =>
      report(
        ['Bot activity', 'Lint', 'Build']
          .map((heading) => `## ${heading}\n\n${list(number, `acme/${heading.slice(0, 3)}`, 6)}`)
          .join('\n'),
      ),
    );
    const titles = propose(newsletter({ reports: summed })).sections.map(({ title }) => title);
    expect(titles).toEqual(['Lint', 'Build']);
  });

  test('are about their own where that has no known name', () => {
    const own = [1, 2, 3].map((number) => report(`# News\n\n${list(number, 'acme/lang', 6)}`));
    const proposed = propose(newsletter({ repository: null, reports: own }));
    expect(proposed.repositories).toBeUndefined();
  });

  test('are not those about their own', () => {
    const { repositories } = propose(newsletter({ repository: 'acme/build' }));
    expect(repositories).toEqual(['acme/lint', 'Acme/Lang']);
    const own = [1, 2, 3].map((number) => report(`# News\n\n${list(number, 'acme/news', 6)}`));
    expect(propose(newsletter({ reports: own })).repositories).toBeUndefined();
  });

  test('have no title from a heading further down', () => {
    const text = `## Updates\n\n${list(1, 'acme/lang', 12)}\n# Quote of the week\n\nIt works.\n`;
    expect(propose(newsletter({ reports: [report(text)] })).recurring.title).toBeUndefined();
  });
});

test('of a repository of texts that teach nothing, its folders are no sections', () => {
  const changes = Array.from({ length: 20 }, (_, index) => [
    index % 2 === 0 ? `drafts/2024-05-${index + 10}.md` : `news/2024-05-${index + 10}.md`,
  ]);
  const { sections, notes } = propose(project({ changes, textsIn: 'news' }));
  expect(sections.map(({ title }) => title)).toContain('Fixes');
  expect(notes).toEqual([
    'Most changes here are to the texts in news/. Name the repositories that your reports are about under repositories.',
  ]);
});
