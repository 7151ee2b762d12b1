import type { Nodes } from 'mdast';
import { mentionsIn } from '../../item/mention.ts';
import { profileOf } from '../../item/profile.ts';
import { citationsIn } from '../../report/links/citations.ts';
import { itemLinks } from '../../report/links/item-links.ts';
import type { Bullet } from '../../report/outline.ts';
import type { PublishedReport } from './published-report.ts';

/** Whom and what a report names. */
export interface ReportContents {
  /** By login in lower case. */
  people: Map<string, NamedPerson>;
  /** The keys of the items and commits, in order. */
  items: Set<string>;
  /** How the links spell the repositories, by their names in lower case. */
  spelling: Map<string, string>;
}

export interface NamedPerson {
  login: string;
  /** The keys of what the entries with that name cite, in order. */
  items: Set<string>;
}

/** Reads the people and the items that a report names. */
export function contentsOf({ report, home }: PublishedReport, server: string): ReportContents {
  const cited = new Map<Bullet | null, Set<string>>();
  const items = new Set<string>();
  for (const { item, bullet } of citationsIn(report, server, home)) {
    items.add(item);
    cited.set(bullet, (cited.get(bullet) ?? new Set()).add(item));
  }
  const people: ReportContents['people'] = new Map();
  const add = (login: string, bullet: Bullet | null) => {
    const key = login.toLowerCase();
    const person = people.get(key) ?? { login, items: new Set() };
    people.set(key, person);
    for (const item of (bullet && cited.get(bullet)) ?? []) person.items.add(item);
  };
  const bullets = new Map<Nodes, Bullet>(report.bullets.map((bullet) => [bullet.node, bullet]));
  const walk = (node: Nodes, around: Bullet | null): void => {
    const bullet = bullets.get(node) ?? around;
    if (node.type === 'text') mentionsIn(node.value).forEach(({ login }) => add(login, bullet));
    if (node.type === 'link' || node.type === 'linkReference') {
      const target = node.type === 'link' ? node : report.definitions.get(node.identifier);
      const login = profileOf(target?.url ?? '', server);
      if (login !== null) add(login, bullet);
      return;
    }
    if ('children' in node) node.children.forEach((child) => walk(child, bullet));
  };
  walk(report.root, null);
  const spelling = new Map(
    itemLinks(report, server).map(({ item: { repository } }) => [
      repository.toLowerCase(),
      repository,
    ]),
  );
  return { people, items, spelling };
}
