/** A kind of work that every project has. */
export interface KindOfWork {
  title: string;
  /** How Conventional Commits call it, as regular expressions. */
  types: readonly string[];
  /** The labels that GitHub gives every new repository, and others that are usual. */
  labels: readonly string[];
  /** Set when every changed file of it is in these paths. */
  paths?: readonly string[];
}

/** In the order in which readers want them. */
export const kinds = {
  features: {
    title: 'Features',
    types: ['feat', 'feature'],
    labels: ['enhancement', 'feature'],
  },
  fixes: { title: 'Fixes', types: ['fix', 'bugfix'], labels: ['bug'] },
  performance: { title: 'Performance', types: ['perf'], labels: [] },
  documentation: {
    title: 'Documentation',
    types: ['docs?'],
    labels: ['documentation', 'docs'],
    paths: ['docs/**', '*.md'],
  },
  tests: {
    title: 'Build and tests',
    types: ['build', 'ci', 'tests?', 'deps'],
    labels: ['ci', 'tests', 'dependencies'],
    paths: ['.github/**', 'test/**', 'tests/**'],
  },
  refactoring: { title: 'Refactoring', types: ['refactor', 'style'], labels: [] },
  chores: { title: 'Chores', types: ['chore'], labels: [] },
} as const satisfies Record<string, KindOfWork>;
