import type { Config } from './schema/schema.ts';

/** The layouts of devreport. Any other template is a file. */
export const layoutNames = ['weekly', 'digest', 'themed', 'changelog', 'people'] as const;
type LayoutName = (typeof layoutNames)[number];

/** The texts that a config can set, and that each layout has its own of. */
export interface LayoutTexts {
  /** What the report’s title begins with, or all of it, with placeholders. */
  title: string;
  /** Markdown. */
  introduction: string;
  closing: { title: string; text: string }[];
}

const weekly: LayoutTexts = {
  title: 'Development report',
  introduction: 'Feel free to send PRs if you want to add to these reports (or correct them).',
  closing: [
    { title: 'Blogs', text: '' },
    { title: 'Planned changes', text: '' },
  ],
};

const layouts: Readonly<Record<LayoutName, LayoutTexts>> = {
  weekly,
  digest: { title: 'Report', introduction: '', closing: [] },
  themed: { title: 'Development report', introduction: '', closing: [] },
  changelog: { title: 'Changelog', introduction: '', closing: [] },
  people: { title: 'What we did', introduction: '', closing: [] },
};

/** The layout that a template is; null for a file. */
export function layoutOf(template: string): LayoutName | null {
  return layoutNames.find((name) => name === template) ?? null;
}

/** The texts of a config, or else of its layout; of the weekly one for a template of the user's. */
export function layoutTexts({
  template,
  title,
  introduction,
  closing,
}: Pick<Config, 'template' | 'title' | 'introduction' | 'closing'>): LayoutTexts {
  const own = layouts[layoutOf(template) ?? 'weekly'];
  return {
    title: title ?? own.title,
    introduction: introduction ?? own.introduction,
    closing: closing ?? own.closing,
  };
}

/**
 * Whether pull requests share an entry with the issues they resolve. A digest lists those issues among
 * the closed ones.
 */
export function joinsResolved({
  resolved,
  template,
}: Pick<Config, 'resolved' | 'template'>): boolean {
  return (resolved ?? (layoutOf(template) === 'digest' ? 'separate' : 'join')) === 'join';
}
