/** Less than a warning, an info never changes the exit code. */
export type Severity = 'error' | 'warning' | 'info';

/** A rule of `devreport check`, apart from how it finds anything. */
export interface CheckRule {
  /** Unless the config says otherwise. */
  severity: Severity;
  /** One line, for the docs. */
  description: string;
  /** What it needs besides the report; without that it finds nothing. */
  needs?: 'facts' | 'checkout' | 'dictionary' | 'neighbours';
  /** Whether `--fix` fixes some of its findings. */
  fixable?: true;
  /** Whether it also checks an unedited draft. */
  drafts?: true;
}

/** In the order of the docs: the text itself, the report as a whole, its facts, its words. */
const rules = {
  'front-matter': {
    severity: 'error',
    description: 'Front matter that is not valid YAML.',
  },
  'link-syntax': {
    severity: 'error',
    description: 'A link with broken syntax, like `(text)[url]`.',
    fixable: true,
  },
  'link-target': {
    severity: 'error',
    description: 'A link whose text contradicts its address.',
    fixable: true,
  },
  'link-kind': {
    severity: 'warning',
    description: 'An issue linked as a pull request, or the other way round.',
    fixable: true,
  },
  'relative-link': {
    severity: 'error',
    description: 'A relative link to a missing file.',
    needs: 'checkout',
    fixable: true,
  },
  anchor: {
    severity: 'error',
    description: 'A link to a missing heading.',
  },
  'bare-reference': {
    severity: 'warning',
    description:
      'A reference like `#12` without a link; GitHub links it in comments, but not in files.',
    fixable: true,
  },
  'no-undefined-references': {
    severity: 'error',
    description: 'A reference like `[#12]` or `[@login]` without a definition.',
    fixable: true,
  },
  'no-duplicate-definitions': {
    severity: 'warning',
    description: 'A second definition of the same reference.',
    fixable: true,
  },
  'no-unused-definitions': {
    severity: 'info',
    description: 'A definition that no reference uses.',
  },
  'unbalanced-brackets': {
    severity: 'warning',
    description: 'An unmatched bracket near a citation.',
    fixable: true,
  },
  'unbalanced-code': {
    severity: 'warning',
    description: 'An unmatched backtick.',
  },
  'marker-space': {
    severity: 'error',
    description: 'A heading or list item without a plain space after its marker.',
    fixable: true,
  },
  'invisible-character': {
    severity: 'warning',
    description: 'A no-break space, a zero-width space or another invisible character.',
    fixable: true,
  },
  'heading-increment': {
    severity: 'warning',
    description: 'A heading that skips a level.',
  },
  'unordered-list-marker-style': {
    severity: 'info',
    description: 'A bullet that differs from the first one at its level.',
  },
  'duplicate-entry': {
    severity: 'warning',
    description: 'A second entry about the same item, or an entry that cites an item twice.',
  },
  'entry-repeated': {
    severity: 'warning',
    description: 'An entry of a pull request that an earlier report of the series has one of.',
    needs: 'neighbours',
  },
  'empty-section': {
    severity: 'warning',
    description: 'A heading without content.',
  },
  'leftover-instruction': {
    severity: 'warning',
    description: 'A leftover comment of the draft for its editor.',
    drafts: true,
  },
  'section-untouched': {
    severity: 'info',
    description: 'A section, or a whole draft, that was never edited.',
    drafts: true,
  },
  'record-damaged': {
    severity: 'error',
    description: 'An unreadable record at the end of the report.',
  },
  'period-adjacent': {
    severity: 'warning',
    description: 'A gap or an overlap with the report before or after.',
    needs: 'neighbours',
    drafts: true,
  },
  'merged-in-period': {
    severity: 'error',
    description: 'A pull request cited as merged, but not merged in the period of the report.',
    needs: 'facts',
  },
  'merged-without-entry': {
    severity: 'info',
    description: 'A pull request merged in the period, but not in the report.',
    needs: 'facts',
  },
  'author-credited': {
    severity: 'warning',
    description: 'A merged pull request whose author the entry does not credit.',
    needs: 'facts',
  },
  'credit-involved': {
    severity: 'info',
    description: 'A credited person who took no known part in the cited items.',
    needs: 'facts',
  },
  'login-known': {
    severity: 'warning',
    description: 'An unknown login, one slip away from a known one.',
    needs: 'facts',
  },
  statistics: {
    severity: 'warning',
    description: 'A number about the whole period that differs from the facts.',
    needs: 'facts',
    fixable: true,
  },
  spelling: {
    severity: 'warning',
    description: 'An unknown word, a likely slip in a common English one.',
    needs: 'dictionary',
  },
  'repeated-word': {
    severity: 'warning',
    description: 'A repeated word: “the the”.',
  },
  'proper-names': {
    severity: 'info',
    description: 'A name like GitHub with wrong capitals.',
    fixable: true,
  },
} as const satisfies Record<string, CheckRule>;

export type RuleId = keyof typeof rules;

/** The rules of `devreport check`, by the ids that a config may name. */
export const checkRules: Readonly<Record<RuleId, CheckRule>> = rules;

/** In the order of the docs. */
export const ruleIds = Object.keys(rules) as RuleId[];

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}
