import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Config } from '../../config/schema.ts';
import { UsageError } from '../../errors.ts';
import { citationOf } from '../../item/citation.ts';
import { parseMarkdown } from '../../markdown/processor.ts';
import { findRecord } from '../../report/find-record.ts';
import type { Record } from '../../report/record.ts';
import type { ItemId } from '../../item/item-id.ts';
import { endpoint } from '../facts/endpoint.ts';
import type { Environment } from '../environment.ts';

/** What a report itself tells of what it is about. */
export interface Subject {
  /** Null when there is none, or none that can be read. */
  record: Record | null;
  /** Every item that it links to, in order. */
  cited: ItemId[];
  /** Those its draft had entries of or, without a record, the one it links to most; may be none. */
  repositories: string[];
  /** The repository that the command stands in: of the workflow, or of the clone. */
  here: string | null;
}

export async function readSubject(
  { file, text }: { file: string; text: string },
  config: Config,
  environment: Environment,
): Promise<Subject> {
  const { server } = endpoint(config, environment);
  const marked = text.replace(/^\uFEFF/, '');
  const tree = parseMarkdown(marked);
  const record = readRecord(marked, tree, file);
  const cited = readCited(tree, server);
  return {
    record,
    cited,
    repositories: record ? recorded(record, cited) : mostCited(cited),
    here: await repositoryHere(server, environment),
  };
}

function readRecord(text: string, tree: Root, file: string): Record | null {
  try {
    return findRecord(text, tree, file)?.record ?? null;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // A rule speaks of it.
    return null;
  }
}

function readCited(tree: Root, server: string): ItemId[] {
  const cited: ItemId[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const item = citationOf(node.url, server);
    if (item) cited.push(item);
  });
  return cited;
}

/** Of each entry the item that it is about, which is recorded first, in the spelling of the links. */
function recorded({ sections }: Record, cited: readonly ItemId[]): string[] {
  const subjects = sections.flatMap(({ items }) => {
    const entries = new Map<string, string>();
    for (const [item, hashes] of Object.entries(items)) {
      const entry = hashes.join();
      if (!entries.has(entry)) entries.set(entry, item);
    }
    return [...entries.values()];
  });
  const spelt = new Map(
    cited.map(({ repository }) => [repository.toLowerCase(), repository] as const),
  );
  const names = new Set(subjects.map((item) => item.replace(/#\d+$/, '')));
  return [...names].map((name) => spelt.get(name) ?? name);
}

function mostCited(cited: readonly ItemId[]): string[] {
  const counts = new Map<string, number>();
  for (const { repository } of cited) counts.set(repository, (counts.get(repository) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? [most[0]] : [];
}

async function repositoryHere(
  server: string,
  { cwd, variables }: Environment,
): Promise<string | null> {
  const inWorkflow = variables['GITHUB_REPOSITORY'] ?? '';
  if (inWorkflow !== '') return inWorkflow;
  const { originRepository } = await import('../../collect/git/origin-repository.ts');
  return originRepository(cwd, server, { ...variables });
}
