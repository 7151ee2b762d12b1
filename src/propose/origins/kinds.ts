import { type Proposal, proposal, section } from '../proposal.ts';

/** A title that begins as Conventional Commits has it: `fix(cli)!: …`, or with a slash. */
const begins = (words: string) => `^(${words})(\\([^)]*\\))?!?[:/]`;

/**
 * For a repository that tells nothing of its parts: the kinds of work that there are everywhere, by
 * the labels that GitHub gives every new repository, by how commits are titled, and by usual paths.
 */
export function kindsOfWork(): Proposal {
  const sections = [
    section('Features', {
      labels: ['enhancement', 'feature'],
      titles: [begins('feat|feature')],
    }),
    section('Fixes', { labels: ['bug'], titles: [begins('fix|bugfix')] }),
    section('Documentation', {
      labels: ['documentation', 'docs'],
      titles: [begins('docs?')],
      paths: ['docs/**', '*.md'],
      share: 1,
    }),
    section('Build and tests', {
      labels: ['ci', 'tests', 'dependencies'],
      titles: [begins('build|ci|tests?|deps')],
      paths: ['.github/**', 'test/**', 'tests/**'],
      share: 1,
    }),
    section('Other', { why: ['Everything else.'] }),
  ];
  return proposal('by kinds of work', sections, {
    notes: ['Nothing in the repository told of its parts.'],
    fallback: 'Other',
  });
}
