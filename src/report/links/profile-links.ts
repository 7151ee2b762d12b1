import { nodesIn } from '../../markdown/nodes-in.ts';
import type { Mention } from '../../item/mention.ts';
import { profileOf } from '../../item/profile.ts';
import { spanOf } from '../../markdown/span.ts';
import type { Report } from '../report.ts';

/** The people whose profiles a report links to, in order. */
export function profileLinks({ root, definitions }: Report, server: string): Mention[] {
  const found: Mention[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'link' && node.type !== 'linkReference') continue;
    const { url = '' } = node.type === 'link' ? node : (definitions.get(node.identifier) ?? {});
    const login = profileOf(url, server);
    const span = spanOf(node);
    if (login !== null && span) found.push({ login, ...span });
  }
  return found;
}
