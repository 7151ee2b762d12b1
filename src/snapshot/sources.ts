/**
 * What a source can know besides the merged pull requests and their files, which every source does:
 * the word in `collected.knows`, and what it means.
 */
export const knowledge = {
  comments: 'Comments on pull requests and issues.',
  commits: 'Commits to the default branch without a pull request.',
  issues: 'Issues.',
  labels: 'Labels of pull requests and issues.',
  newcomers: 'Authors whose first pull request in a repository was merged.',
  openings: 'When pull requests and issues were opened, and by whom.',
  participants: 'Everybody who took part in an item.',
  releases: 'Releases and tags.',
  repositories: 'The repository of each item; that of a clone is only assumed.',
  reviews: 'Reviews of pull requests.',
  states: 'Whether an item was open, closed or merged at the end of the period.',
} as const;

export type Knowledge = keyof typeof knowledge;

export const knowledgeNames = Object.keys(knowledge) as Knowledge[];

export interface SourceDescription {
  /** In the middle of a sentence: "Facts from a local clone". */
  title: string;
  /** In the order of the alphabet. */
  knows: readonly Knowledge[];
  /** The main repository of a recorded source, which holds one period; null for all others. */
  recorded: string | null;
}

/** Every source, by the name that `--source` and a snapshot have for it. */
export const sources = {
  github: { title: 'GitHub', knows: knowledgeNames, recorded: null },
  git: { title: 'a local clone', knows: ['commits', 'newcomers', 'releases'], recorded: null },
  sample: {
    title: 'the recorded sample',
    knows: ['comments', 'issues', 'labels', 'openings', 'repositories', 'reviews', 'states'],
    recorded: 'linuxkit/linuxkit',
  },
} as const satisfies Record<string, SourceDescription>;

export type SourceName = keyof typeof sources;

/** The sources that can be asked for any period. */
export type LiveSourceName = {
  [Name in SourceName]: (typeof sources)[Name]['recorded'] extends null ? Name : never;
}[SourceName];

export const sourceNames = Object.keys(sources) as SourceName[];

export function isSourceName(name: string): name is SourceName {
  return Object.hasOwn(sources, name);
}

/** Each kind of knowledge, and whether it is among those given. */
export function knowledgeAmong(known: readonly Knowledge[]): Record<Knowledge, boolean> {
  const pairs = knowledgeNames.map((name) => [name, known.includes(name)] as const);
  return Object.fromEntries(pairs) as Record<Knowledge, boolean>;
}
