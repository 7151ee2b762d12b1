import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { bareReferencesIn } from '../../../item/bare-reference.ts';
import { isCommitKey, itemOfKey, itemUrl } from '../../../item/item-id.ts';
import { mentionsIn } from '../../../item/mention.ts';
import { profileOf } from '../../../item/profile.ts';
import type { NewDefinition } from '../../../revise/write/definitions/definition-block.ts';
import type { EditableText } from './editable-text.ts';

/** A link in the style of the report, with its definition where it needs a new one. */
export interface StyledLink {
  markdown: string;
  definition: NewDefinition | null;
  isReference: boolean;
}

/** A link to an item, as most of those in the report. `typed`: a part of the text that doesn't count. */
export function itemLinkIn(text: EditableText, item: string, typed = ''): StyledLink {
  const label = text.labelOf(item);
  const url = text.facts.get(item)?.url ?? urlOf(text, item);
  if (isCommitKey(item)) return inline(label, url);
  const styles = { inline: 0, reference: 0, text: -bareReferencesIn(typed).length };
  /** Labels of references: with the whole name of the repository, or with its last part. */
  let whole = 0;
  let short = 0;
  for (const { node, item: cited } of text.citations) {
    if (node.type === 'link' && /#\d+$/.test(toString(node))) styles.inline += 1;
    if (node.type === 'text') styles.text += 1;
    if (node.type !== 'linkReference' || !/#\d+$/.test(toString(node))) continue;
    styles.reference += 1;
    const [repository] = toString(node).split('#');
    if (repository?.includes('/') === true && text.labelOf(cited).startsWith('#')) whole += 1;
    if (repository !== '' && repository?.includes('/') !== true) short += 1;
  }
  const [style] = mostOf(styles);
  if (style === 'text') return { markdown: label, definition: null, isReference: false };
  if (style === 'inline') return inline(label, url);
  const { number } = itemOfKey(item);
  const repository = text.repositoryOf(item);
  const name =
    label.startsWith('#') && whole === 0
      ? ''
      : short > 0
        ? (repository.split('/')[1] ?? '')
        : repository;
  return reference(text, `${name}#${String(number)}`, url);
}

/** A person, as most of those in the report; `typed` as above. */
export function personLinkIn(text: EditableText, login: string, typed = ''): StyledLink {
  const { server } = text.desk;
  const { definitions, root } = text.report;
  const url = `${server}/${login}`;
  const styles = { text: -mentionsIn(typed).length, inline: 0, reference: 0 };
  visit(root, (node) => {
    if (node.type === 'text') styles.text += mentionsIn(node.value).length;
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const target = node.type === 'link' ? node.url : (definitions.get(node.identifier)?.url ?? '');
    if (profileOf(target, server) === null) return;
    styles[node.type === 'link' ? 'inline' : 'reference'] += 1;
    // The login in its text is no mention of its own.
    styles.text -= mentionsIn(toString(node)).length;
  });
  const [style] = mostOf(styles);
  if (style === 'inline') return inline(`@${login}`, url);
  if (style === 'reference') return reference(text, `@${login}`, url);
  return { markdown: `@${login}`, definition: null, isReference: false };
}

function urlOf({ desk, citations }: EditableText, item: string): string {
  const isPull = citations.some((one) => one.item === item && one.pull);
  return itemUrl(desk.server, itemOfKey(item), isPull ? 'pull' : 'issue');
}

function inline(label: string, url: string): StyledLink {
  return { markdown: `[${label}](${url})`, definition: null, isReference: false };
}

/** A reference; a link where its label means something else already. */
function reference({ report }: EditableText, label: string, url: string): StyledLink {
  const identifier = label.toLowerCase();
  const known = report.definitions.get(identifier);
  if (known && known.url.toLowerCase() !== url.toLowerCase()) return inline(label, url);
  const definition = { identifier, line: `[${label}]: ${url}` };
  return { markdown: `[${label}]`, definition, isReference: true };
}

function mostOf<Name extends string>(counts: Record<Name, number>): Name[] {
  const names = Object.keys(counts) as Name[];
  return names.sort((a, b) => counts[b] - counts[a]);
}
