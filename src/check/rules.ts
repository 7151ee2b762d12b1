import type { Rule } from './rule.ts';
import { anchor } from './rules/links/anchor.ts';
import { authorCredited } from './rules/facts/author-credited.ts';
import { bareReference } from './rules/links/bare-reference.ts';
import { creditInvolved } from './rules/facts/credit-involved.ts';
import { duplicateEntry } from './rules/report/duplicate-entry.ts';
import { emptySection } from './rules/report/empty-section.ts';
import { headingIncrement } from './rules/markup/heading-increment.ts';
import { invisibleCharacter } from './rules/markup/invisible-character.ts';
import { leftoverInstruction } from './rules/report/leftover-instruction.ts';
import { linkKind } from './rules/links/link-kind.ts';
import { linkSyntax } from './rules/links/link-syntax.ts';
import { linkTarget } from './rules/links/link-target.ts';
import { loginKnown } from './rules/facts/login-known.ts';
import { markerSpace } from './rules/markup/marker-space.ts';
import { mergedInPeriod } from './rules/facts/merged-in-period.ts';
import { mergedWithoutEntry } from './rules/facts/merged-without-entry.ts';
import { noDuplicateDefinitions } from './rules/links/no-duplicate-definitions.ts';
import { noUndefinedReferences } from './rules/links/no-undefined-references.ts';
import { noUnusedDefinitions } from './rules/links/no-unused-definitions.ts';
import { periodAdjacent } from './rules/report/period-adjacent.ts';
import { properNames } from './rules/words/proper-names.ts';
import { recordDamaged } from './rules/report/record-damaged.ts';
import { relativeLink } from './rules/links/relative-link.ts';
import { repeatedWord } from './rules/words/repeated-word.ts';
import { sectionUntouched } from './rules/report/section-untouched.ts';
import { spelling } from './rules/words/spelling.ts';
import { statistics } from './rules/facts/statistics.ts';
import { unbalancedBrackets } from './rules/markup/unbalanced-brackets.ts';
import { unbalancedCode } from './rules/markup/unbalanced-code.ts';
import { unorderedListMarkerStyle } from './rules/markup/unordered-list-marker-style.ts';

/** Every rule there is: first those on the text against itself, then facts, then spelling. */
export const rules: readonly Rule[] = [
  {
    id: 'link-syntax',
    severity: 'error',
    description: 'What was meant to be a link, but is none: `(text)[url]` and the like.',
    fixable: true,
    check: linkSyntax,
  },
  {
    id: 'link-target',
    severity: 'error',
    description: 'A link whose text names one item or person and that leads to another.',
    fixable: true,
    check: linkTarget,
  },
  {
    id: 'link-kind',
    severity: 'warning',
    description: 'An issue linked as a pull request, or the other way round.',
    fixable: true,
    check: linkKind,
  },
  {
    id: 'relative-link',
    severity: 'error',
    description: 'A relative link to a file that there is not.',
    needs: 'checkout',
    fixable: true,
    check: relativeLink,
  },
  {
    id: 'anchor',
    severity: 'error',
    description: 'A link to a heading that there is not.',
    check: anchor,
  },
  {
    id: 'bare-reference',
    severity: 'warning',
    description: 'A `#12` that is no link: in a file of a repository GitHub makes none of it.',
    fixable: true,
    check: bareReference,
  },
  {
    id: 'no-undefined-references',
    severity: 'error',
    description: 'A reference like `[#12]` or `[@login]` without its definition.',
    fixable: true,
    check: noUndefinedReferences,
  },
  {
    id: 'no-duplicate-definitions',
    severity: 'warning',
    description: 'Definitions of the same reference.',
    fixable: true,
    check: noDuplicateDefinitions,
  },
  {
    id: 'no-unused-definitions',
    severity: 'info',
    description: 'Definitions that nothing refers to.',
    check: noUnusedDefinitions,
  },
  {
    id: 'unbalanced-brackets',
    severity: 'warning',
    description: 'A bracket without its other half, near a citation.',
    fixable: true,
    check: unbalancedBrackets,
  },
  {
    id: 'unbalanced-code',
    severity: 'warning',
    description: 'A backtick that opens no code.',
    check: unbalancedCode,
  },
  {
    id: 'marker-space',
    severity: 'error',
    description: 'A heading or entry that is none, for want of a plain space behind its marker.',
    fixable: true,
    check: markerSpace,
  },
  {
    id: 'invisible-character',
    severity: 'warning',
    description: 'No-break spaces, zero-width spaces and other characters that nobody sees.',
    fixable: true,
    check: invisibleCharacter,
  },
  {
    id: 'heading-increment',
    severity: 'warning',
    description: 'A heading that skips a level.',
    check: headingIncrement,
  },
  {
    id: 'unordered-list-marker-style',
    severity: 'info',
    description: 'Bullets of two kinds.',
    check: unorderedListMarkerStyle,
  },
  {
    id: 'duplicate-entry',
    severity: 'warning',
    description: 'Two entries about one item, or one entry that cites an item twice.',
    check: duplicateEntry,
  },
  {
    id: 'empty-section',
    severity: 'warning',
    description: 'A heading with nothing below it.',
    check: emptySection,
  },
  {
    id: 'leftover-instruction',
    severity: 'warning',
    description: 'Comments in which the draft tells its editor what to write.',
    drafts: true,
    check: leftoverInstruction,
  },
  {
    id: 'section-untouched',
    severity: 'info',
    description: 'Sections, or a whole draft, that nobody has edited.',
    drafts: true,
    check: sectionUntouched,
  },
  {
    id: 'record-damaged',
    severity: 'error',
    description: 'A record at the end of the report that cannot be read any more.',
    check: recordDamaged,
  },
  {
    id: 'period-adjacent',
    severity: 'warning',
    description: 'A gap or an overlap with the report before or after.',
    needs: 'neighbours',
    drafts: true,
    check: periodAdjacent,
  },
  {
    id: 'merged-in-period',
    severity: 'error',
    description: 'Cited as merged, but not merged in the period of the report.',
    needs: 'facts',
    check: mergedInPeriod,
  },
  {
    id: 'merged-without-entry',
    severity: 'info',
    description: 'Merged in the period, but in no entry.',
    needs: 'facts',
    check: mergedWithoutEntry,
  },
  {
    id: 'author-credited',
    severity: 'warning',
    description: 'A merged pull request whose author the entry does not credit.',
    needs: 'facts',
    check: authorCredited,
  },
  {
    id: 'credit-involved',
    severity: 'info',
    description: 'People credited for what they had no known part in.',
    needs: 'facts',
    check: creditInvolved,
  },
  {
    id: 'login-known',
    severity: 'warning',
    description: 'Somebody nobody knows, one slip away from somebody known.',
    needs: 'facts',
    check: loginKnown,
  },
  {
    id: 'statistics',
    severity: 'warning',
    description: 'Numbers of the whole period that are not those of the facts.',
    needs: 'facts',
    fixable: true,
    check: statistics,
  },
  {
    id: 'spelling',
    severity: 'warning',
    description: 'A word one slip away from an English one that no dictionary knows.',
    needs: 'dictionary',
    check: spelling,
  },
  {
    id: 'repeated-word',
    severity: 'warning',
    description: 'A word that stands there twice: “the the”.',
    check: repeatedWord,
  },
  {
    id: 'proper-names',
    severity: 'info',
    description: 'GitHub and the like, with other capitals than their own.',
    fixable: true,
    check: properNames,
  },
];
