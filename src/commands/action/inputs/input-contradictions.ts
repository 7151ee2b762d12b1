import { type GivenInputs, inputDefault, type InputName, inputNames } from './input-schema.ts';

const ofPullRequests: readonly InputName[] = [
  'branch',
  'pr-title',
  'draft',
  'labels',
  'assignees',
  'reviewers',
  'team-reviewers',
  'milestone',
];
/** Those that matter without a report. */
const ofSites: readonly InputName[] = [
  'token',
  'mode',
  'config',
  'output',
  'publish',
  'publish-base',
  'summary',
];
const ofCommits: readonly InputName[] = ['commit-message', 'signoff'];

/** Inputs that leave nothing to do for others. */
const exclusions: readonly { name: InputName; value: string; others: readonly InputName[] }[] = [
  { name: 'mode', value: 'none', others: [...ofPullRequests, ...ofCommits] },
  { name: 'mode', value: 'commit', others: ofPullRequests },
  {
    name: 'mode',
    value: 'publish',
    others: inputNames.filter((name) => !ofSites.includes(name)),
  },
  { name: 'check', value: 'off', others: ['max-warnings'] },
];

/** Inputs that may not have the same value. */
const distinct: readonly [InputName, InputName][] = [
  ['base', 'branch'],
  ['snapshot', 'output'],
  ['snapshot', 'source'],
];

/** Inputs that contradict each other, a line each, with both names. */
export function inputContradictions(given: GivenInputs): string[] {
  // The runner gives a default like any other value.
  const asked = inputNames.filter(
    (name) => given[name] !== undefined && given[name] !== inputDefault(name),
  );
  return [
    ...periodContradictions(asked),
    ...exclusions
      .filter(({ name, value }) => given[name] === value)
      .flatMap(({ name, value, others }) =>
        others
          .filter((other) => asked.includes(other))
          .map((other) => `${other}: has no meaning with ${name}: ${value}; remove one of them`),
      ),
    ...(asked.includes('publish-base') && !asked.includes('publish') && given.mode !== 'publish'
      ? ['publish-base: has no meaning without publish, the folder of the site']
      : []),
    ...distinct
      .filter(([one, other]) => given[one] !== undefined && given[one] === given[other])
      .map(([one, other]) => `${one}: is the same as ${other}, ${String(given[one])}`),
  ];
}

function periodContradictions(asked: readonly InputName[]): string[] {
  const [first, ...others] = (['week', 'month', 'since', 'until'] as const).filter((name) =>
    asked.includes(name),
  );
  if (first === undefined) return [];
  const second = others.at(-1);
  const isRange = first === 'since' && second === 'until';
  if (second !== undefined && !isRange)
    return [`${second}: names another period than ${first}; remove one of them`];
  const missing = { week: null, month: null, since: 'until', until: 'since' }[first];
  return missing === null || isRange
    ? []
    : [`${first}: needs ${missing}, the other end of the period`];
}
