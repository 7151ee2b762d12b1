import * as v from 'valibot';
import { itemKey } from '../item/item-id.ts';
import { distinctList } from './distinct-list.ts';
import { earlierPeriodSchema } from './history-schema.ts';
import { knowledgeNames, sourceNames, sources } from './sources.ts';
import {
  codeValue,
  commitHashValue,
  countValue,
  dayValue,
  instantValue,
  itemNumberValue,
  END_EXPECTED,
  loginValue,
  repositoryNameValue,
  serverValue,
  windowEntries,
} from './values.ts';

/** Text by people outside: anything, escaped where it is written. */
const foreignText = v.string();

/**
 * Someone with a GitHub account; from a local clone, perhaps only a name, with a `login` of null. A
 * deleted account is a ghost, with the login `ghost`.
 */
const personSchema = v.strictObject({
  login: v.nullable(loginValue),
  name: v.optional(foreignText),
  type: v.picklist(['user', 'bot', 'ghost']),
});

/** One thing a person did to an issue or pull request inside the period. */
const actSchema = v.strictObject({
  did: v.picklist(['opened', 'committed', 'commented', 'reviewed', 'merged', 'closed', 'reopened']),
  by: personSchema,
  at: instantValue,
});

/**
 * A link from one item to another, and where it was found. `reverts` takes back a pull request,
 * `backports` brings it to another branch, and `includes` merges it along with others, as a rollup does.
 */
const referenceSchema = v.strictObject({
  repository: repositoryNameValue,
  number: itemNumberValue,
  relation: v.picklist(['closes', 'mentions', 'reverts', 'backports', 'includes']),
  /** `github` is a closing reference of GitHub; the others were read in text. */
  from: v.picklist(['github', 'title', 'body', 'commit']),
});

const fileSchema = v.strictObject({
  path: foreignText,
  /** Set when the file was renamed or moved. */
  previousPath: v.optional(foreignText),
  additions: countValue,
  deletions: countValue,
});

export const changelogKinds = ['feature', 'fix', 'internal', 'skip'] as const;
/** GitHub's reasons for a closed issue. */
export const stateReasons = ['completed', 'not_planned', 'duplicate'] as const;

const common = {
  repository: repositoryNameValue,
  number: itemNumberValue,
  title: foreignText,
  /**
   * What its author wrote below the title, as it is today, cut at 10,000 characters. Null when that is nothing;
   * missing in older snapshots, and when the source cannot know it.
   */
  body: v.optional(v.nullable(foreignText)),
  author: personSchema,
  /** Null when the source cannot know it. */
  createdAt: v.nullable(instantValue),
  /** As of the period's end; null when open, or when the source cannot know it. */
  closedAt: v.nullable(instantValue),
  labels: v.array(foreignText),
  /** What happened inside the period, oldest first. */
  activity: v.array(actSchema),
  references: v.array(referenceSchema),
};

const pullRequestSchema = v.pipe(
  v.strictObject({
    ...common,
    /** As of the period's end. */
    state: v.picklist(['open', 'closed', 'merged', 'unknown']),
    mergedAt: v.nullable(instantValue),
    mergedBy: v.nullable(personSchema),
    /** The branch that it was merged into, or is meant for. */
    base: v.nullable(foreignText),
    mergeCommit: v.nullable(commitHashValue),
    /** Whether it was a draft at the period's end; null when the source cannot know it. */
    draft: v.optional(v.nullable(v.boolean()), null),
    /** Others who wrote its commits, or whom a `Co-authored-by` trailer names; most commits first. */
    coAuthors: v.optional(v.array(personSchema), []),
    /** Null when the paths are unknown; an empty list means that no file was changed. */
    files: v.nullable(v.array(fileSchema)),
    /** False when `files` is null, or the source cut the list. */
    filesComplete: v.boolean(),
    /** The sentences for readers that somebody wrote into the body or a comment. */
    note: v.nullable(foreignText),
    /** The kind of change, where a line `changelog fix: …` gives one; `skip` asks to leave it out. */
    changelog: v.optional(v.nullable(v.picklist(changelogKinds)), null),
    /** Whether it is its author's first merged one in the repository; null when the source cannot know it. */
    firstByAuthor: v.nullable(v.boolean()),
  }),
  v.forward(
    v.check(
      ({ state, mergedAt }) => (state === 'merged') === (mergedAt !== null),
      'expected an instant for a merged pull request, and null for any other',
    ),
    ['mergedAt'],
  ),
  v.forward(
    v.check(
      ({ files, filesComplete }) => files !== null || !filesComplete,
      'expected false where the files are null',
    ),
    ['filesComplete'],
  ),
);

const issueSchema = v.strictObject({
  ...common,
  /** As of the period's end. */
  state: v.picklist(['open', 'closed', 'unknown']),
  /** Why it was closed, as of the period's end; null when it is open, or when the reason is unknown. */
  stateReason: v.optional(v.nullable(v.picklist(stateReasons)), null),
});

/** A commit that was pushed to the default branch inside the period, without a pull request. */
const commitSchema = v.strictObject({
  repository: repositoryNameValue,
  hash: commitHashValue,
  /** The subject. */
  title: foreignText,
  author: personSchema,
  coAuthors: v.array(personSchema),
  /** The committer date. */
  at: instantValue,
  references: v.array(referenceSchema),
});

/** A release, or a tag without one, of the period. */
const releaseSchema = v.strictObject({
  repository: repositoryNameValue,
  tag: foreignText,
  /** The release's title; null for a tag. */
  name: v.nullable(foreignText),
  /** When the release was published, or the tag was made. */
  publishedAt: instantValue,
  /**
   * The numbers of the pull requests merged inside the period that it is the first to contain. Missing
   * when they are unknown.
   */
  pulls: v.optional(v.array(itemNumberValue)),
});

/** The names that the default branch of a repository has, or had before it was renamed. */
const defaultBranchSchema = v.strictObject({
  repository: repositoryNameValue,
  names: v.array(foreignText),
});

/** How the facts were collected. */
const collectedSchema = v.pipe(
  v.strictObject({
    source: v.picklist(sourceNames),
    /** What the source can know. Snapshots of older versions lack it: the source decides. */
    knows: v.optional(v.pipe(v.array(v.picklist(knowledgeNames)), v.readonly())),
    /** When; null for the recorded sample. */
    at: v.nullable(instantValue),
    requests: countValue,
    /** GitHub's rate limit points. */
    points: countValue,
  }),
  v.transform(({ source, knows = sources[source].knows, ...cost }) => ({ source, knows, ...cost })),
);

/** What the reader of the report should know about its facts. */
export const warningSchema = v.strictObject({
  /** Stable and machine-readable, like `repository-missing`. */
  code: codeValue,
  message: foreignText,
  repository: v.optional(repositoryNameValue),
});

/**
 * The value in the middle: every fact of one period, from one source, for any template.
 * Foreign text (titles, labels, names, notes) is kept unchanged, and escaped when it is rendered.
 */
export const snapshotSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(1),
    period: v.pipe(
      v.strictObject({
        kind: v.picklist(['week', 'month', 'range']),
        ...windowEntries,
        date: dayValue,
      }),
      v.forward(
        v.check(({ start, end }) => start < end, END_EXPECTED),
        ['end'],
      ),
    ),
    /** Where the repositories live, without a trailing slash: `https://github.com`. */
    server: serverValue,
    /** In the order asked for; names as GitHub has them now. */
    repositories: distinctList(repositoryNameValue, (name) => name.toLowerCase()),
    /** Merged, opened, closed or otherwise active inside the period. */
    pullRequests: distinctList(pullRequestSchema, itemKey),
    /** Opened, closed or otherwise active inside the period, and those its merged pull requests resolve. */
    issues: distinctList(issueSchema, itemKey),
    /** In the order of time. */
    commits: v.optional(v.array(commitSchema), []),
    /** In the order of time. */
    releases: v.optional(v.array(releaseSchema), []),
    /** One for each repository whose default branch is known. */
    defaultBranches: v.optional(v.array(defaultBranchSchema), []),
    /** The periods before, from the oldest to the last one. Missing where none was counted. */
    history: v.optional(v.array(earlierPeriodSchema)),
    /**
     * The pull requests, among those above, that waited longest for review at the end of the period; the
     * oldest first. Missing where nobody asked for them.
     */
    waiting: v.optional(
      distinctList(
        v.strictObject({ repository: repositoryNameValue, number: itemNumberValue }),
        itemKey,
      ),
    ),
    collected: collectedSchema,
    /** Whether the source gave everything it has for the period. False if any fact was lost. */
    complete: v.boolean(),
    /** What is missing (`complete` is false then), and what the source cannot know. */
    warnings: v.array(warningSchema),
  }),
  v.forward(
    v.check(({ pullRequests, issues }) => {
      const pulls = new Set(pullRequests.map(itemKey));
      return !issues.some((issue) => pulls.has(itemKey(issue)));
    }, 'expected no issue with the number of a pull request'),
    ['issues'],
  ),
);

export type Person = v.InferOutput<typeof personSchema>;
export type Act = v.InferOutput<typeof actSchema>;
export type Reference = v.InferOutput<typeof referenceSchema>;
export type ChangedFile = v.InferOutput<typeof fileSchema>;
export type PullRequest = v.InferOutput<typeof pullRequestSchema>;
export type Issue = v.InferOutput<typeof issueSchema>;
export type DirectCommit = v.InferOutput<typeof commitSchema>;
export type Release = v.InferOutput<typeof releaseSchema>;
export type Warning = v.InferOutput<typeof warningSchema>;
export type Snapshot = v.InferOutput<typeof snapshotSchema>;
