import { createProposal, createSection, otherSection, type Proposal } from '../proposal.ts';

/** A title that begins as in Conventional Commits, `fix(cli)!: …`, or with a slash. */
const begins = (words: string) => `^(${words})(\\([^)]*\\))?!?[:/]`;

/**
 * For a repository without another origin of sections: kinds of work that every project has, by the
 * labels that GitHub gives every new repository, by how commits are titled, and by usual paths.
 */
export function kindsOfWork(): Proposal {
  const other = otherSection();
  const sections = [
    createSection('Features', {
      labels: ['enhancement', 'feature'],
      titles: [begins('feat|feature')],
    }),
    createSection('Fixes', { labels: ['bug'], titles: [begins('fix|bugfix')] }),
    createSection('Documentation', {
      labels: ['documentation', 'docs'],
      titles: [begins('docs?')],
      paths: ['docs/**', '*.md'],
      share: 1,
    }),
    createSection('Build and tests', {
      labels: ['ci', 'tests', 'dependencies'],
      titles: [begins('build|ci|tests?|deps')],
      paths: ['.github/**', 'test/**', 'tests/**'],
      share: 1,
    }),
    other,
  ];
  return createProposal('by kind of work', sections, {
    notes: ['Nothing in the repository suggests sections.'],
    fallback: other.title,
  });
}
