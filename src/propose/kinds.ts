import { titleMatch } from '../categorise/match.ts';
import { conventionalTitle } from './conventional-title.ts';
import { headingOf } from './heading.ts';
import { meaningOf } from './meaning.ts';

/** Where a title begins, after what it has in brackets: `[Fix #12] Avoid …`, `[core] Add …`. */
const START = String.raw`^(\[[^\]]*\]:? ?)*`;
/** A title up to a word that it needs not begin with; after a colon, its own words only say more: `fix(ui): pass the tests`. */
const BEFORE = String.raw`^[^:]*\b`;

/** A kind of work that every project has. */
export interface KindOfWork {
  title: string;
  /** How Conventional Commits call it, as regular expressions. */
  types: readonly string[];
  /** How titles in plain words begin, as regular expressions. */
  words: readonly string[];
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
    words: [
      String.raw`${START}(add|adds|added|allow|allows|enable|implement|introduce|support|stabilize)\b`,
    ],
    labels: ['enhancement', 'feature'],
  },
  fixes: {
    title: 'Fixes',
    types: ['fix', 'bugfix'],
    words: [
      String.raw`${START}(avoid|correct|don'?t|do not|fix|fixed|fixes|handle|prevent|resolve)\b`,
    ],
    labels: ['bug'],
  },
  performance: {
    title: 'Performance',
    types: ['perf'],
    words: [String.raw`${START}(optimi[sz]e|speed up)\b`],
    labels: [],
  },
  documentation: {
    title: 'Documentation',
    types: ['docs?'],
    words: [
      String.raw`${START}(clarify|document|mention)\b`,
      String.raw`${BEFORE}(docs?|documentation|readme|typos?|man ?pages?|release notes)\b`,
    ],
    labels: ['documentation', 'docs'],
    paths: ['docs/**', '*.md'],
  },
  tests: {
    title: 'Build and tests',
    types: ['build', 'ci', 'tests?'],
    words: [String.raw`${BEFORE}(ci|github actions|tests?|workflows?)\b`],
    labels: ['ci', 'tests'],
    paths: ['.github/**', 'test/**', 'tests/**'],
  },
  refactoring: {
    title: 'Refactoring',
    types: ['refactor', 'style'],
    words: [
      String.raw`${START}(clean ?up|extract|move|refactor|reformat|remove|rename|replace|simplify|split|tidy)\b`,
    ],
    labels: [],
  },
  chores: { title: 'Chores', types: ['chore'], words: [], labels: [] },
} as const satisfies Record<string, KindOfWork>;

const all: readonly KindOfWork[] = Object.values(kinds);

/** The kind of work that a heading names, in other words too: `Bug fixes`. */
export function kindCalled(heading: string): KindOfWork | undefined {
  return all.find(({ title }) => meaningOf(title) === meaningOf(heading));
}

/** What a type of Conventional Commits is called: `feat` → `Features`, `sec` → `Sec`. */
export function typeHeading(type: string): string {
  const title = `${type}:`;
  const kind = all.find(({ types }) => titleMatch([conventionalTitle({ types })])(title) !== null);
  return kind?.title ?? headingOf(type);
}
