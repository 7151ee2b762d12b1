import { fileURLToPath } from 'node:url';
import type { layoutNames } from '../../src/config/layout-texts.ts';
import { draftText } from '../draft-text.ts';
import type { Page } from './chromium.ts';
import { reportPage } from './report-page.ts';

type LayoutName = (typeof layoutNames)[number];

const test = (name: string) =>
  fileURLToPath(new URL(`../../test/layouts/${name}`, import.meta.url));

const sample = ['--source', 'sample', '--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool'];
/** A week with releases, newcomers and the period before. */
const everything = [
  ...['--source', test('everything.snapshot.json')],
  ...['--config', test('picture.yml')],
];

/** The facts that show what a layout is for. */
const facts: Readonly<Record<LayoutName, string[]>> = {
  weekly: sample,
  digest: everything,
  themed: sample,
  changelog: everything,
  people: everything,
};

/** The top of a layout's draft: a small page, so that it can be read at half of its width. */
export async function layoutPage(name: LayoutName): Promise<Page> {
  const draft = await draftText(...facts[name], '--template', name);
  return reportPage(name, draft, { width: 608, height: 680, scale: 1.25 });
}
