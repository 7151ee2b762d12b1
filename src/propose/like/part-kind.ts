/** What a section of a report is about. `group`: a part of merged work that the project names. */
export type PartKind =
  | 'merged'
  | 'group'
  | 'issues'
  | 'closed'
  | 'active'
  | 'helpWanted'
  | 'newcomers'
  | 'contributors'
  | 'releases'
  | 'statistics';

/** The kinds that a heading alone decides, in the order in which they are tried. */
const byHeading: readonly [PartKind, RegExp][] = [
  [
    'active',
    /\bnot closed\b|\bongoing\b|\bin progress\b|\b(?:still )?open\b(?! source)|\bupdated\b|\bunder review\b/i,
  ],
  ['closed', /\bclosed\b/i],
  ['merged', /(?<!\b(?:not|un) ?)\bmerged\b/i],
  ['helpWanted', /\bhelp wanted\b|\bgood first\b|\bneeds? (?:help|review)\b|\blooking for\b/i],
  [
    'newcomers',
    /\bnew ?comers?\b|\bnew (?:\w+ )?contributors?\b|\bfirst[- ]tim\w+|\bfirst contributions?\b|^\W*welcome\b/i,
  ],
  ['contributors', /\bcontributors\b|\bthank(?:s| you)\b|\bshout-?outs?\b/i],
  ['releases', /^\W*(?:new )?(?:releases?|released)\W*$/i],
  [
    'statistics',
    /\b(?:in numbers|statistics|stats|metrics|by the numbers)\b|^\W*(?:numbers|summary)\W*$/i,
  ],
  ['issues', /^\W*(?:(?:most )?(?:active|discussed|hot) )?(?:issues|discussions)\W*$/i],
];

/** What a section is by its own heading; null for one that the headings of others, or its entries, decide. */
export function kindByHeading(title: string): PartKind | null {
  return byHeading.find(([, expression]) => expression.test(title))?.[0] ?? null;
}

/** Parts in which issues and pull requests stand that were not merged. */
export function isOfOthers(kind: PartKind): boolean {
  return kind === 'issues' || kind === 'closed' || kind === 'active' || kind === 'helpWanted';
}
