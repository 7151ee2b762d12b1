import { frontMatterIn } from '../../../../src/front-matter/front-matter-in.ts';
import { readFrontMatter } from '../../../../src/front-matter/read-front-matter.ts';
import { readReport } from '../../../../src/report/report.ts';

/** The headings of a report in order, with their depths. */
export function headingsIn(text: string): string[] {
  const { sections } = readReport({ path: 'it', text });
  return sections.flatMap(({ heading, title }) =>
    heading ? [`${'#'.repeat(heading.depth)} ${title}`] : [],
  );
}

/** The list items of a report, with their bullets, without those inside them. */
export function entriesIn(text: string): string[] {
  const { bullets } = readReport({ path: 'it', text });
  const items = bullets.filter(({ node }) => node.type === 'listItem');
  return items.map(
    ({ prefix, marker, content }) => prefix + marker + (content.split('\n')[0] ?? ''),
  );
}

export function frontMatterOf(text: string): Readonly<Record<string, unknown>> {
  const found = frontMatterIn(text);
  return found ? (readFrontMatter(found.content).frontMatter?.values ?? {}) : {};
}
