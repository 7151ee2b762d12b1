import * as v from 'valibot';

/** Who, and when; `T12:00:00Z` stands for a day whose time is not known. */
const act = v.tuple([v.string(), v.string()]);

/** Path, lines added, lines deleted. */
const file = v.tuple([v.string(), v.number(), v.number()]);

const itemSchema = v.object({
  repo: v.string(),
  number: v.number(),
  /** Null: known only because others name it. */
  kind: v.nullable(v.picklist(['pr', 'issue'])),
  title: v.nullable(v.string()),
  author: v.nullable(v.string()),
  createdAt: v.nullable(v.string()),
  closedAt: v.nullable(v.string()),
  mergedAt: v.nullable(v.string()),
  mergedBy: v.nullable(v.string()),
  stateAtWindowEnd: v.nullable(v.picklist(['open', 'closed', 'merged', 'not-yet-created'])),
  labels: v.array(v.string()),
  /** False: its thread was not found, git alone knows it. */
  labelsSeen: v.boolean(),
  baseBranch: v.nullable(v.string()),
  mergeCommit: v.nullable(v.string()),
  files: v.array(file),
  comments: v.array(act),
  reviews: v.array(act),
  /** `owner/name#number`, after a closing word in the body. */
  closes: v.array(v.string()),
  /** The same, named in another way. */
  links: v.array(v.string()),
  citedInReport: v.nullable(v.unknown()),
  /** The thread goes on after what was seen of it. */
  conversationCut: v.boolean(),
});

/** What was gathered about a real week; its `notes` say how, and what is uncertain. */
export const seedSchema = v.object({
  repositories: v.array(v.string()),
  window: v.object({ start: v.string(), end: v.string() }),
  items: v.array(itemSchema),
});

export type Seed = v.InferOutput<typeof seedSchema>;
export type SeedItem = v.InferOutput<typeof itemSchema>;
