import type { RuleId } from '../../config/check-rules.ts';

/** Why each rule exists: what goes wrong for readers, or in a later run. */
export const reasons: Readonly<Record<RuleId, string>> = {
  'front-matter':
    'A site generator refuses the page, and so does the next run of devreport, when its data can’t be read.',
  'link-syntax': 'Readers see brackets and an address instead of a link.',
  'link-target':
    'A link pasted from the line before leads readers to something else, and thanks somebody else.',
  'link-kind':
    'GitHub redirects the reader, but the page says issue where the report says pull request.',
  'relative-link': 'Readers get a page that says 404.',
  anchor: 'The link leads to the top of the page instead of the section.',
  'bare-reference': 'In a file GitHub makes no link of #12, so nobody can follow it.',
  'no-undefined-references': 'Readers see the brackets of a link that is none.',
  'no-duplicate-definitions':
    'The first definition wins, so a correction in the second one is lost.',
  'no-unused-definitions': 'Usually the entry that used it was deleted, or its label has a slip.',
  'unbalanced-brackets': 'Half a parenthesis is left over from a deleted or moved citation.',
  'unbalanced-code': 'Readers see the backtick, and what was meant as code is formatted as text.',
  'marker-space': 'Markdown makes no heading and no list item of the line: it runs into the text.',
  'invisible-character':
    'Nobody can see it, but search, screen readers and later edits stumble over it.',
  'heading-increment':
    'Outlines and screen readers show a section that is missing between the two levels.',
  'unordered-list-marker-style':
    'A change of the bullet starts a new list, often in the middle of one.',
  'duplicate-entry': 'The entry was moved or pasted, and one of the two should be another item’s.',
  'entry-repeated': 'Readers are told of the same change twice, as if it were new.',
  'empty-section': 'The section was planned and never written.',
  'leftover-instruction':
    'The comment asks for something that only the editor can write; it is hidden, but in the source.',
  'section-untouched': 'Titles of pull requests are not written for the readers of a report.',
  'record-damaged': 'Without its record devreport can’t tell your words from its own.',
  'period-adjacent': 'What was merged in a gap is in no report, and in an overlap it is in two.',
  'merged-in-period': 'Readers take the report for what happened in its period.',
  'merged-without-entry': 'Somebody’s work was merged, and the report doesn’t mention it.',
  'author-credited': 'The author of the work is not thanked.',
  'credit-involved': 'Somebody may be thanked for the work of somebody else.',
  'login-known': 'A slip in a login notifies and thanks a stranger.',
  statistics: 'The number was typed or counted before the period had ended.',
  spelling: 'Readers stumble over it.',
  'repeated-word': 'Readers stumble over it, and no spell checker marks it.',
  'proper-names': 'Projects and companies write their names in one way.',
};
