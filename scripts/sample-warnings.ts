import { contains } from '../src/period/period.ts';
import type { Warning } from '../src/snapshot/schema.ts';
import type { Seed, SeedItem } from './seed.ts';

/** What is uncertain about the recorded week: in general, then by repository, naming the items. */
export function sampleWarnings(seed: Seed, included: readonly SeedItem[]): Warning[] {
  return [
    {
      code: 'sample-day-dates',
      message:
        'Of the recorded week, merges are known to the second. Of openings, comments and reviews ' +
        'the day is known; they stand at noon, and in which order they came on a day is not known.',
    },
    {
      code: 'sample-labels-later',
      message: 'The labels are those of a later day, not necessarily those of May 2017.',
    },
    ...seed.repositories.flatMap((repository) => ofRepository(repository, seed, included)),
  ];
}

function ofRepository(repository: string, seed: Seed, included: readonly SeedItem[]): Warning[] {
  const items = included.filter(({ repo }) => repo === repository);
  const all = seed.items.filter(({ repo }) => repo === repository);
  const concerned: [code: string, what: string, numbers: number[]][] = [
    [
      'sample-known-from-git',
      'known from git alone, with the owner of the merged branch as author, and without opening, labels and conversation',
      numbers(items, ({ labelsSeen }) => !labelsSeen),
    ],
    [
      'sample-opening-uncertain',
      'opened at a time of which the record does not say where it comes from',
      numbers(items, ({ createdAt }) => createdAt !== null && isExact(createdAt, seed)),
    ],
    [
      'sample-conversations-cut',
      'conversations not seen to their end',
      numbers(items, ({ conversationCut }) => conversationCut),
    ],
    [
      'sample-states-unknown',
      'open or closed at the end of the week, it is not known which',
      numbers(items, ({ stateAtWindowEnd }) => stateAtWindowEnd === null),
    ],
    [
      'sample-closings-deduced',
      'closed as far as a merged pull request says that it closes them, at an unknown time',
      numbers(items, (item) => item.stateAtWindowEnd === 'closed' && item.closedAt === null),
    ],
    [
      'sample-files-later',
      'still open, shown with the files they were merged with later',
      numbers(items, (item) => item.kind === 'pr' && item.stateAtWindowEnd === 'open'),
    ],
    [
      'sample-citations-undated',
      'cited by the published report, but left out because nothing dated in the week was found',
      numbers(all, (item) => item.citedInReport !== null && !items.includes(item)),
    ],
    [
      'sample-numbers-missing',
      'not found, though of that week or the day after by their numbers',
      missing(all, seed),
    ],
  ];
  return concerned
    .filter(([, , about]) => about.length > 0)
    .map(([code, what, about]) => ({
      code,
      message: `${repository}, ${what}: ${about.map((number) => `#${number}`).join(', ')}.`,
      repository,
    }));
}

function numbers(items: readonly SeedItem[], test: (item: SeedItem) => boolean): number[] {
  return items.filter(test).map(({ number }) => number);
}

/** An opening inside the week with a time other than the noon that stands for its day. */
function isExact(createdAt: string, { window }: Seed): boolean {
  return contains(window, createdAt) && !createdAt.endsWith('T12:00:00Z');
}

/** Numbers that nobody has between the first one opened in the week and the first opened after it. */
function missing(items: readonly SeedItem[], { window }: Seed): number[] {
  const firstOpened = (test: (createdAt: string) => boolean) =>
    Math.min(...numbers(items, ({ createdAt }) => createdAt !== null && test(createdAt)));
  const known = new Set(items.map(({ number }) => number));
  const first = firstOpened((createdAt) => contains(window, createdAt));
  const end = Math.min(
    firstOpened((createdAt) => createdAt >= window.end),
    Math.max(...known),
  );
  const between: number[] = [];
  for (let number = first; number < end; number++) if (!known.has(number)) between.push(number);
  return between;
}
