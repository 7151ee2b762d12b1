import { visit } from 'unist-util-visit';
import { toString } from 'mdast-util-to-string';
import { UsageError } from '../../errors.ts';
import { partsOfKey } from '../../item/item-id.ts';
import { pathOn } from '../../item/item-url.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { type Citation, citationsIn } from '../../report/links/citations.ts';
import { homeRepositoryOf } from '../../report/links/home-repository.ts';
import { itemLinks } from '../../report/links/item-links.ts';
import type { Block } from '../../report/outline.ts';
import { readReport, type Report, titleHeading } from '../../report/report.ts';
import { reportFrontMatter } from '../../report/report-front-matter.ts';
import type { SectionHeading } from '../../report/sections.ts';

/** A published report that a config is made after. */
export interface Model {
  report: Report;
  citations: Citation[];
  server: string;
  /** Its path from the root of the checkout, or from that of its folder for one elsewhere; with slashes. */
  path: string;
  /** Whether it is in the checkout. */
  isInside: boolean;
  /** The repository whose items it calls `#12`, in lower case. */
  home: string;
  /** The repositories of the items that it cites, those cited most first, as they are written. */
  repositories: string[];
  /** What its front matter says; null for none, and for TOML. */
  frontMatter: Readonly<Record<string, unknown>> | null;
  /** Whether it has front matter in TOML. */
  hasToml: boolean;
  /** Plain text. */
  title: string;
  /** The heading with the title; null where only front matter has one. */
  heading: SectionHeading | null;
  /** The paragraphs above its first section and its first entry. */
  lead: Block[];
}

export interface ModelFile {
  /** As messages name it. */
  shown: string;
  text: string;
  path: string;
  isInside: boolean;
}

/**
 * Reads a report as a model.
 *
 * @param repository `owner/name` whose items it calls `#12`, where its links don't say so; null when unknown
 * @throws {UsageError} `model-without-items`, `front-matter-invalid`, `markdown-too-complex`
 */
export function readModel(file: ModelFile, server: string, repository: string | null): Model {
  const { shown, text, path, isInside } = file;
  const report = readReport({ path: shown, text });
  const data = reportFrontMatter(report);
  const frontMatter = data?.read?.values ?? null;
  const linked = homeRepositoryOf(report.root, server);
  const citations = citationsIn(report, server, linked ?? repository ?? '');
  const items = citations.filter(({ item }) => partsOfKey(item)[0] !== '');
  if (items.length === 0) {
    throw new UsageError(
      'model-without-items',
      `Nothing to learn from ${shown}: it links to no issue or pull request on ${server}.`,
      { hint: 'Name a report with links to what it reports on.' },
    );
  }
  const cited = byUse(items, report, server);
  const title = frontMatter?.['title'];
  const heading = headingOfTitle(report, typeof title === 'string' ? title : null);
  const lead = leadOf(report, heading, items);
  const repositories = distinct([
    ...cited,
    ...lead.flatMap((block) => repositoriesIn(report, block, server)),
  ]);
  return {
    ...{ report, citations: items, server, path, isInside, frontMatter, heading },
    home: (linked ?? repository ?? repositories[0] ?? '').toLowerCase(),
    repositories,
    hasToml: data !== null && data.read === null,
    title: heading
      ? plainText(toString(heading.node))
      : plainText(typeof title === 'string' ? title : ''),
    lead,
  };
}

/** Several headings of the highest level are sections, where front matter has the title. */
function headingOfTitle(report: Report, title: string | null): SectionHeading | null {
  const found = titleHeading(report);
  if (!found || title === null) return found;
  const same = report.sections.filter(({ heading }) => heading?.depth === found.depth);
  const isTitle = plainText(toString(found.node)) === plainText(title);
  return isTitle || (same.length === 1 && found.depth === 1) ? found : null;
}

function leadOf(
  report: Report,
  heading: SectionHeading | null,
  citations: readonly Citation[],
): Block[] {
  const from = heading?.end ?? 0;
  const end = Math.min(
    ...report.sections.flatMap((section) =>
      section.heading && section.heading.start >= from && section.heading.start !== heading?.start
        ? [section.heading.start]
        : [],
    ),
    ...citations.flatMap(({ bullet, block }) => (bullet ? [block.start] : [])),
    report.text.length,
  );
  return report.blocks.filter(
    ({ node, start }) => node.type === 'paragraph' && start >= from && start < end,
  );
}

/** The repositories that a paragraph links to. */
function repositoriesIn({ definitions }: Report, { node }: Block, server: string): string[] {
  const found: string[] = [];
  visit(node, (inner) => {
    const { url = '' } =
      inner.type === 'link'
        ? inner
        : inner.type === 'linkReference'
          ? (definitions.get(inner.identifier) ?? {})
          : {};
    const [, name] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(pathOn(server, url) ?? '') ?? [];
    if (name !== undefined) found.push(name);
  });
  return found;
}

/** GitHub ignores the case of names. */
function distinct(names: readonly string[]): string[] {
  return names.filter(
    (name, index) => names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === index,
  );
}

/** Keys of items are in lower case; links have the repositories as their owners write them. */
function byUse(citations: readonly Citation[], report: Report, server: string): string[] {
  const counts = new Map<string, number>();
  for (const item of new Set(citations.map(({ item }) => item))) {
    const [repository] = partsOfKey(item);
    counts.set(repository, (counts.get(repository) ?? 0) + 1);
  }
  const written = new Map(
    itemLinks(report, server).map(({ item: { repository } }) => [
      repository.toLowerCase(),
      repository,
    ]),
  );
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([repository]) => written.get(repository) ?? repository);
}
