import { entryTemplate, escapeTemplate, person } from './entry-template.ts';
import type { Form, ModelPart } from './form.ts';
import type { ModelGroups } from './groups.ts';
import type { LeadPart } from './lead-like.ts';
import type { ListForm } from './list-form.ts';
import type { Model } from './model.ts';
import type { PartKind } from './part-kind.ts';

/** The name of the layout that is written beside a config. */
export const TEMPLATE = 'devreport.hbs';

/** A layout that writes reports as a model is written: its headings, lists and entries, in its order. */
export function templateLike(
  model: Model,
  form: Form,
  groups: ModelGroups,
  lead: readonly LeadPart[],
): string {
  const blocks = [
    `{{!-- Made by devreport init --like from ${commentText(model.path)}. docs/templates.md of devreport explains it. --}}`,
    ...(model.heading ? [`${hashes(model.heading.depth)} {{title}}`] : []),
    ...leadBlocks(lead),
    '{{> incomplete}}',
    ...(lead.some(({ kind }) => kind === 'editor')
      ? ['<!-- editor: Lead with what matters. Delete these comments as you go. -->']
      : []),
    ...partBlocks(model, form, groups),
    '{{> left-out}}',
    '{{> notes}}',
    ...closingBlocks(form),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function commentText(text: string): string {
  return text.replace(/[^\p{L}\p{N}/._-]/gu, '').replaceAll('--', '-');
}

function leadBlocks(lead: readonly LeadPart[]): string[] {
  const written = lead.flatMap((part): string[] => {
    if (part.kind === 'ordinal') return ['{{> ordinal}}{{> introduction}}'];
    if (part.kind === 'published') return [part.template];
    if (part.kind !== 'scope') return [];
    return [part.isReference ? '{{> scope-short}}' : INLINE_SCOPE];
  });
  return written.some((text) => text.includes('{{> introduction}}'))
    ? written
    : [...written, '{{> introduction}}'];
}

const INLINE_SCOPE =
  '{{sentence sentences.scope repositories=(join repositories "name") count=repositories.length date=period.date start=period.firstDay end=period.lastDay}}';

function closingBlocks({ closing }: Form): string[] {
  const depth = closing[0]?.heading?.depth ?? 2;
  if (depth === 2) return ['{{> closing}}'];
  return [
    `{{#each closing}}\n${hashes(depth)} {{title}}\n\n{{#if text}}\n{{text}}\n{{else}}\n<!-- editor: Write this section, or delete it. -->\n{{/if}}\n\n{{/each}}`,
  ];
}

function partBlocks(model: Model, form: Form, groups: ModelGroups): string[] {
  const done = new Set<PartKind>();
  const isMerged = ({ kind }: ModelPart) => kind === 'merged' || kind === 'group';
  const heading = form.parts.find(({ kind }) => kind === 'merged');
  return form.parts.flatMap((part): string[] => {
    const kind = isMerged(part) ? 'merged' : part.kind;
    if (done.has(kind)) return [];
    done.add(kind);
    return kind === 'merged'
      ? [mergedBlock(model, form, groups, heading ?? null)]
      : [otherBlock(part, form.merged)];
  });
}

function hashes(depth: number): string {
  return '#'.repeat(depth);
}

/** The heading of a part, which the config can replace. */
function headingOf({ kind, section, depth }: ModelPart): string {
  const written = `${hashes(depth)} ${escapeTemplate(section.title).replaceAll('"', '&quot;')}`;
  return kind === 'group' ? written : `{{heading headings.${kind} "${written}"}}`;
}

function mergedBlock(
  model: Model,
  { merged }: Form,
  groups: ModelGroups,
  heading: ModelPart | null,
): string {
  const above = heading ? `${headingOf(heading)}\n\n` : '';
  const none = heading ? '{{#unless stats.pullsMerged}}\n{{> none}}\n{{/unless}}\n' : '';
  if (groups.by === 'flat')
    return `${above}${listBlock(merged, 'entries', '{{> none}}')}\n{{> commits}}`;
  const list = listBlock(merged, 'entries', null);
  if (groups.by === 'name') {
    const title = groups.isLinked ? '[{{title}}]({{url}})' : '{{title}}';
    return `${above}{{#each (groupBy entries "repository")}}\n${hashes(groups.depth)} ${title}\n\n${list}\n\n{{else}}\n{{> none}}\n{{/each}}\n{{> commits}}`;
  }
  const title =
    groups.isByRepository && groups.isLinked
      ? `{{#each (limit entries 1)}}{{#each (limit refs 1)}}[{{../../title}}](${model.server}/{{repository}}){{/each}}{{/each}}`
      : '{{title}}';
  return `${above}${none}{{#each merged}}\n{{#if entries}}\n${hashes(groups.depth)} ${title}\n\n${list}\n\n{{/if}}\n{{/each}}\n{{> commits}}`;
}

function listBlock(
  { marker, shape, table, author }: ListForm,
  entries: string,
  none: string | null,
): string {
  const otherwise = none === null ? '' : `{{else}}\n${none}\n`;
  if (table) {
    const cells = table.cells.map((cell) => (cell ? entryTemplate(cell) : ''));
    return `${table.header.map((line) => escapeTemplate(line)).join('\n')}\n{{#each ${entries}}}\n| ${cells.join(' | ')} |\n${otherwise}{{/each}}`;
  }
  const bullet = marker || '-';
  if (author) {
    const who = author.shape.parts
      .map((part) =>
        part.kind === 'literal'
          ? escapeTemplate(part.text)
          : part.kind === 'people'
            ? groupName(part.style, part.at)
            : '{{title}}',
      )
      .join('');
    return `{{#each (groupBy ${entries} "author")}}\n${author.marker} ${who}\n{{#each entries}}\n${author.indent}${bullet} ${entryTemplate(shape)}\n{{/each}}\n${otherwise}{{/each}}`;
  }
  return `{{#each ${entries}}}\n${bullet} ${entryTemplate(shape)}\n${otherwise}{{/each}}`;
}

/** The person of a group, as the model names them. */
function groupName(style: string, at: boolean): string {
  const name = at ? 'label' : 'title';
  if (style === 'plain') return `{{${name}}}`;
  return style === 'reference'
    ? `{{reference ${name} url}}`
    : `{{#if url}}[{{${name}}}]({{url}}){{else}}{{${name}}}{{/if}}`;
}

const listed: Partial<Record<PartKind, string>> = {
  issues: 'issues',
  closed: 'closedIssues',
  active: 'active',
};

function otherBlock(part: ModelPart, merged: ListForm): string {
  const heading = headingOf(part);
  const list = part.list ?? merged;
  const entries = listed[part.kind];
  if (entries !== undefined)
    return `{{#if knows.issues}}\n${heading}\n\n${listBlock(list, entries, '{{> none}}')}\n{{/if}}`;
  if (part.kind === 'newcomers') return newcomersBlock(part);
  if (part.kind === 'releases')
    return `{{#if releases}}\n${heading}\n\n{{#each releases}}\n- {{> release}}\n{{/each}}\n{{/if}}`;
  const partial = {
    contributors: 'contributors',
    helpWanted: 'help-wanted',
    statistics: 'in-numbers',
  }[part.kind as 'contributors'];
  return `{{> ${partial}}}`;
}

/** People with a bullet each, or the sentence that welcomes them. */
function newcomersBlock(part: ModelPart): string {
  if (!part.list) return '{{> newcomers}}';
  const { marker, shape } = part.list;
  const written = shape.parts.map((one) => {
    if (one.kind === 'literal') return escapeTemplate(one.text);
    if (one.kind === 'people') return person(one);
    if (one.kind !== 'items') return '{{name}}';
    const item =
      one.style === 'reference' ? `{{reference ${one.label} url}}` : `[{{${one.label}}}]({{url}})`;
    return `{{#each refs}}{{#unless @first}}${one.between ?? ', '}{{/unless}}${item}{{/each}}`;
  });
  return `{{#if newcomers}}\n${headingOf(part)}\n\n{{#each newcomers}}\n${marker || '-'} ${written.join('')}\n{{/each}}\n{{/if}}`;
}
