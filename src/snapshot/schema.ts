import * as v from 'valibot';
import { repositoryNamePattern } from '../item/repository-name.ts';
import { knowledgeNames, sourceNames, sources } from './sources.ts';

/** UTC, to the second: `2017-05-01T00:00:00Z`. Such texts sort in the order of time. */
const instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
    'expected an instant like 2017-05-01T00:00:00Z',
  ),
);

const repositoryName = v.pipe(
  v.string(),
  v.regex(repositoryNamePattern, 'expected a repository like linuxkit/linuxkit'),
);

const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Someone with a GitHub account; from a local clone, perhaps only a name, with a `login` of null. A
 * deleted account is a ghost, with the login `ghost`.
 */
const personSchema = v.strictObject({
  login: v.nullable(v.string()),
  name: v.optional(v.string()),
  type: v.picklist(['user', 'bot', 'ghost']),
});

/** One thing a person did to an issue or pull request inside the period. */
const actSchema = v.strictObject({
  did: v.picklist(['opened', 'committed', 'commented', 'reviewed', 'merged', 'closed', 'reopened']),
  by: personSchema,
  at: instant,
});

/** A link from one item to another, and where it was found. */
const referenceSchema = v.strictObject({
  repository: repositoryName,
  number,
  relation: v.picklist(['closes', 'mentions']),
  /** `github` is a closing reference of GitHub; the others were read in text. */
  from: v.picklist(['github', 'title', 'body', 'commit']),
});

const fileSchema = v.strictObject({
  path: v.string(),
  /** Set when the file was renamed or moved. */
  previousPath: v.optional(v.string()),
  additions: count,
  deletions: count,
});

const common = {
  repository: repositoryName,
  number,
  title: v.string(),
  author: personSchema,
  /** Null when the source cannot know it. */
  createdAt: v.nullable(instant),
  /** As of the period's end; null when open, or when the source cannot know it. */
  closedAt: v.nullable(instant),
  labels: v.array(v.string()),
  /** What happened inside the period, oldest first. */
  activity: v.array(actSchema),
  references: v.array(referenceSchema),
};

const pullRequestSchema = v.strictObject({
  ...common,
  /** As of the period's end. */
  state: v.picklist(['open', 'closed', 'merged', 'unknown']),
  mergedAt: v.nullable(instant),
  mergedBy: v.nullable(personSchema),
  /** The branch that it was merged into, or is meant for. */
  base: v.nullable(v.string()),
  mergeCommit: v.nullable(v.string()),
  /** Null when the paths are unknown; an empty list means that no file was changed. */
  files: v.nullable(v.array(fileSchema)),
  /** False when `files` is null, or the source cut the list. */
  filesComplete: v.boolean(),
  /** The sentence for the changelog that the author wrote into the body. */
  note: v.nullable(v.string()),
  /** Whether it is its author's first merged one in the repository; null when the source cannot know it. */
  firstByAuthor: v.nullable(v.boolean()),
});

const issueSchema = v.strictObject({
  ...common,
  /** As of the period's end. */
  state: v.picklist(['open', 'closed', 'unknown']),
});

/** How the facts were collected. */
const collectedSchema = v.pipe(
  v.strictObject({
    source: v.picklist(sourceNames),
    /** What the source can know. Snapshots of older versions lack it: the source decides. */
    knows: v.optional(v.pipe(v.array(v.picklist(knowledgeNames)), v.readonly())),
    /** When; null for the recorded sample. */
    at: v.nullable(instant),
    requests: count,
    /** GitHub's rate limit points. */
    points: count,
  }),
  v.transform(({ source, knows = sources[source].knows, ...cost }) => ({ source, knows, ...cost })),
);

/** What the reader of the report should know about its facts. */
export const warningSchema = v.strictObject({
  /** Stable and machine-readable, like `repository-missing`. */
  code: v.string(),
  message: v.string(),
  repository: v.optional(repositoryName),
});

/**
 * The value in the middle: every fact of one period, from one source, for any template.
 * Foreign text (titles, labels, names, notes) is kept unchanged, and escaped when it is rendered.
 */
export const snapshotSchema = v.strictObject({
  schemaVersion: v.literal(1),
  period: v.strictObject({
    kind: v.picklist(['week', 'month', 'range']),
    start: instant,
    end: instant,
    timezone: v.string(),
    date: v.pipe(v.string(), v.isoDate()),
  }),
  /** Where the repositories live, without a trailing slash: `https://github.com`. */
  server: v.pipe(v.string(), v.url(), v.regex(/^https?:\/\/[^\s<>"']*[^/\s<>"']$/)),
  /** In the order asked for; names as GitHub has them now. */
  repositories: v.array(repositoryName),
  /** Merged, opened, closed or otherwise active inside the period. */
  pullRequests: v.array(pullRequestSchema),
  /** Opened, closed or otherwise active inside the period, and those its merged pull requests resolve. */
  issues: v.array(issueSchema),
  collected: collectedSchema,
  /** Whether the source gave everything it has for the period. False if any fact was lost. */
  complete: v.boolean(),
  /** What is missing (`complete` is false then), and what the source cannot know. */
  warnings: v.array(warningSchema),
});

export type Person = v.InferOutput<typeof personSchema>;
export type Act = v.InferOutput<typeof actSchema>;
export type Reference = v.InferOutput<typeof referenceSchema>;
export type ChangedFile = v.InferOutput<typeof fileSchema>;
export type PullRequest = v.InferOutput<typeof pullRequestSchema>;
export type Issue = v.InferOutput<typeof issueSchema>;
export type Warning = v.InferOutput<typeof warningSchema>;
export type Snapshot = v.InferOutput<typeof snapshotSchema>;
