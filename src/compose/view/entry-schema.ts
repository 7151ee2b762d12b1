import * as v from 'valibot';
import { stateReasons } from '../../snapshot/schema.ts';
import { amount, described, markdown, text } from './described.ts';

export const refSchema = v.strictObject({
  repository: text('`owner/name`'),
  number: amount('The number on GitHub.'),
  kind: described(v.picklist(['pull', 'issue']), '`pull` or `issue`'),
  state: described(
    v.picklist(['open', 'closed', 'merged', 'unknown']),
    'At the end of the period: `open`, `closed`, `merged` or `unknown`.',
  ),
  title: described(v.nullable(v.string()), 'The title, or null when it is unknown.'),
  url: markdown('The item’s address on GitHub.'),
  label: markdown('`#12`, or `owner/name#12` outside the report’s first repository.'),
  short: markdown('`#12`, or `name#12` outside the report’s first repository.'),
  id: text('`owner/name#12`'),
  labels: described(v.array(v.string()), 'Its labels on GitHub.'),
  base: described(
    v.nullable(v.string()),
    'The branch that a pull request was merged into, or is meant for; null when it is unknown.',
  ),
  draft: described(
    v.nullable(v.boolean()),
    'Whether a pull request was a draft at the end of the period; null when it is unknown.',
  ),
  stateReason: described(
    v.nullable(v.picklist(stateReasons)),
    'Why an issue was closed: `completed`, `not_planned` or `duplicate`, else null.',
  ),
});

export const creditSchema = v.strictObject({
  name: text('The login, or the name when the login is unknown.'),
  login: described(v.nullable(v.string()), 'The login, or null.'),
  label: markdown('`@login`, or the name.'),
  url: markdown('The profile on GitHub; empty when the login is unknown.'),
});

const reasonSchema = v.strictObject({
  section: text('The id of the section.'),
  rule: text('The rule that decided: `labels`, `titles`, `paths`…'),
  evidence: text('What the rule matched: a label, a title, a path…'),
});

const relatedSchema = v.strictObject({
  id: text('`owner/name#12`, or `owner/name@` and the hash of a commit without a pull request.'),
  label: text('`#12`, `owner/name#12`, or the short hash of a commit.'),
  words: text('The label, and where an earlier report names it: `#12, reported on 8 May 2017`.'),
  reportedOn: described(
    v.nullable(v.string()),
    'The date in words of the earlier report that names it, or null.',
  ),
});

const bumpsSchema = v.strictObject({
  package: text('The name of the package.'),
  from: described(v.nullable(v.string()), 'The first version, or null when it is unknown.'),
  to: described(v.nullable(v.string()), 'The last version, or null when it is unknown.'),
  count: amount('How many pull requests it took.'),
});

export const directCommitSchema = v.strictObject({
  repository: text('`owner/name`'),
  hash: text('In full.'),
  label: text('The short hash.'),
  url: markdown('The commit’s address on GitHub.'),
  text: text('The subject of its message.'),
  credits: described(v.array(creditSchema), 'The author, then the co-authors. No bots.'),
  creditsNames: described(v.boolean(), 'Whether a credit is a name without a login.'),
  reverts: described(v.array(relatedSchema), 'The pull requests that it takes back.'),
});

export const entrySchema = v.strictObject({
  refs: described(v.array(refSchema), 'The items of the entry; the first is its subject.'),
  text: text('The changelog note of the subject, or its title.'),
  credits: described(
    v.array(creditSchema),
    'The author, then the others by their first act. No bots.',
  ),
  reason: described(v.optional(reasonSchema), 'Why it is in its section; only in `merged`.'),
  phrase: text('The text with a small letter, if it begins with a verb like “Add”.'),
  past: text('The text in the past tense, if it begins with such a verb: “Added”.'),
  author: described(
    v.nullable(creditSchema),
    'Who wrote the subject, bots too; null when nobody knows.',
  ),
  newcomer: described(
    v.boolean(),
    'Whether it has the first pull request of its author that was merged in the repository.',
  ),
  creditsNames: described(
    v.boolean(),
    'Whether a credit is a name without a login, which only commas set apart from the next.',
  ),
  base: described(
    v.nullable(v.string()),
    'The branch that the subject was merged into, if it is not the default branch, else null.',
  ),
  reverts: described(v.array(relatedSchema), 'The pull requests that the subject takes back.'),
  revertedBy: described(v.array(relatedSchema), 'What takes the subject back inside the period.'),
  backports: described(
    v.array(relatedSchema),
    'The pull requests that the subject brings to another branch.',
  ),
  bumps: described(
    v.nullable(bumpsSchema),
    'Of an entry for the dependency bumps of one package, else null.',
  ),
  highlight: described(v.boolean(), 'Whether a label asks for it to come first.'),
});

/** What helpers group entries into. */
export const groupSchema = v.strictObject({
  title: text(
    'What its entries share: the author’s login, `owner/name`, a label or a section’s title.',
  ),
  label: markdown('The same as Markdown; an author with `@`.'),
  url: markdown('The address of the author or the repository, else empty.'),
  entries: described(v.array(entrySchema), 'In their order.'),
});

export type Ref = v.InferOutput<typeof refSchema>;
export type Related = v.InferOutput<typeof relatedSchema>;
export type CommitEntry = v.InferOutput<typeof directCommitSchema>;
export type Credit = v.InferOutput<typeof creditSchema>;
export type Entry = v.InferOutput<typeof entrySchema>;
