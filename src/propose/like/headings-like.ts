import type { HeadingName } from '../../config/schema/headings-schema.ts';
import type { Form, ModelPart } from './form.ts';

/** The headings of devreport's layouts; a test compares these with the layouts. */
export const layoutHeadings: Readonly<Record<string, Partial<Record<HeadingName, string>>>> = {
  weekly: { merged: '## PRs merged', issues: '### Issues' },
  digest: {
    merged: '## Merged PRs:',
    closed: '## Closed Issues:',
    active: '## New or updated PRs and Issues (not closed):',
  },
  themed: { active: '## Ongoing Activity' },
  changelog: { releases: '## Releases' },
  people: { releases: '## Releases' },
};

/** Of every layout. */
export const sharedHeadings: Partial<Record<HeadingName, string>> = {
  newcomers: '## Newcomers',
  contributors: '## Contributors',
  helpWanted: '## Help wanted',
  statistics: '## In numbers',
};

/** The value of `headings:`: those of a model that differ from its layout's; with an own template, of partials. */
export function headingsLike({ parts }: Form, layout: string | null): Record<string, string> {
  const usual = { ...(layout === null ? {} : layoutHeadings[layout]), ...sharedHeadings };
  const own = parts.flatMap((part): [string, string][] => {
    const found = usual[part.kind as HeadingName];
    const written = writtenHeading(part);
    // An own template has its headings itself, but for those of partials.
    if (found === undefined || found === written) return [];
    if (layout === null && part.kind === 'newcomers' && part.list) return [];
    const isAsDeep = found.startsWith(`${'#'.repeat(part.depth)} `);
    return [[part.kind, isAsDeep ? part.section.title : written]];
  });
  const hasMerged = parts.some(({ kind }) => kind === 'merged');
  const none = layout !== null && 'merged' in usual && !hasMerged ? { merged: '' } : {};
  return { ...Object.fromEntries(own), ...none };
}

function writtenHeading({ depth, section }: ModelPart): string {
  return `${'#'.repeat(depth)} ${section.title}`;
}
