import { visit } from 'unist-util-visit';
import type { Block } from '../../report/outline.ts';
import { pathOn } from '../../item/item-url.ts';
import { sentenceText } from '../../config/schema/sentences-schema.ts';
import { partsOf } from '../../placeholder/placeholders.ts';
import { spanOf, type Span } from '../../markdown/span.ts';
import { escapeTemplate } from './entry-template.ts';
import type { Model } from './model.ts';
import { ordinalIn } from './model-number.ts';
import type { ModelPeriod } from './model-period.ts';
import { asPlaceholder, withDates, type WriteDay } from './words-like.ts';

/** What a paragraph above the first section is. */
export interface LeadPart {
  kind: 'ordinal' | 'scope' | 'numbers' | 'published' | 'standing' | 'editor';
  /** As a sentence of the config, or Markdown. */
  text: string;
  /** Of `published`: as Handlebars. */
  template: string;
  /** Of `scope`: whether its links have definitions. */
  isReference: boolean;
}

/** UTF-16 units; no standing sentence is longer. */
const LONGEST = 2_000;

/** The sentences and paragraphs above the first section of a model, in order. */
export function leadLike(model: Model, time: ModelPeriod | null): LeadPart[] {
  return model.lead.flatMap((block) => {
    const text = model.report.text.slice(block.start, block.end).replace(/\s+/g, ' ').trim();
    if (text.length > LONGEST) return [part('editor', text)];
    const scope = scopeIn(model, block, time);
    if (scope) return [...scope];
    return paragraphParts(model, block, text, time);
  });
}

function paragraphParts(
  model: Model,
  block: Block,
  text: string,
  time: ModelPeriod | null,
): LeadPart[] {
  const counted = ordinalIn(text);
  if (counted && /^\p{L}/u.test(counted.written)) {
    const [sentence = text] = /^.*?[.!?](?=\s|$)/.exec(text) ?? [];
    const written = withCadence(sentence.replace(counted.written, '{ordinal}'));
    const rest = text.slice(sentence.length).trim();
    const ordinal = part('ordinal', time ? withDates(written, time, asPlaceholder) : written);
    return rest === '' ? [ordinal] : [ordinal, standingOrNot(model, block, rest)];
  }
  if (time) {
    const dated = withDates(text, time, asPlaceholder);
    if (dated !== text && !/\d/.test(dated) && isSelfContained(model, block)) {
      const template = withDates(escapeTemplate(text), time, inTemplate);
      return [{ ...part('published', dated), template }];
    }
  }
  return [standingOrNot(model, block, text)];
}

const inTemplate: WriteDay = (name, format) => {
  const day = { date: 'period.date', start: 'period.firstDay', end: 'period.lastDay' }[name];
  return format === null ? `{{${day}}}` : `{{formatDate ${day} "${format}"}}`;
};

function withCadence(text: string): string {
  return text.replace(/\b(?:weekly|monthly)\b/, '{cadence}');
}

function part(kind: LeadPart['kind'], text: string): LeadPart {
  return { kind, text, template: '', isReference: false };
}

/** What speaks to readers in general is in every report; what has numbers or news is not. */
const ADDRESSES = /\b(?:you|your|please|welcome|feel free|subscribe|contributions? (?:are|is))\b/i;

function standingOrNot(model: Model, block: Block, text: string): LeadPart {
  const isCiting = model.citations.some((citation) => citation.block === block);
  const isStanding =
    !isCiting && ADDRESSES.test(text) && !hasNumber(text) && isSelfContained(model, block);
  return part(isStanding ? 'standing' : 'editor', text);
}

/** Apart from those in addresses. */
function hasNumber(text: string): boolean {
  return /\d/.test(text.replace(/\]\([^)]*\)/g, ']').replace(/https?:\S+/g, ''));
}

function isSelfContained({ report }: Model, { node }: Block): boolean {
  let isSelf = report.text !== '';
  visit(node, (inner) => {
    if (inner.type.endsWith('Reference') || inner.type === 'html') isSelf = false;
  });
  return isSelf;
}

/** A sentence with links to the repositories, and the one with numbers behind it. */
function scopeIn(model: Model, block: Block, time: ModelPeriod | null): LeadPart[] | null {
  const links = repositoryLinks(model, block);
  const [first, last] = [links[0], links.at(-1)];
  if (!first || !last) return null;
  const { text } = model.report;
  const before = text.slice(block.start, first.start);
  const stop = Math.max(...['. ', '! ', '? ', '.\n'].map((end) => before.lastIndexOf(end)));
  const start = block.start + (stop < 0 ? 0 : stop + 2);
  const after = text.slice(last.end, block.end);
  const [ending = ''] = /^[^.!?]*[.!?]/.exec(after) ?? [];
  const written = `${text.slice(start, first.start)}{repositories}${ending}`.replace(/\s+/g, ' ');
  const counted = written.replace(
    /(?<=\{repositories\} )repositor(?:y|ies)\b/,
    '{count:repository|repositories}',
  );
  const sentence = time ? withDates(counted, time, asPlaceholder) : counted;
  const rest = after.slice(ending.length).replace(/\s+/g, ' ').trim();
  const isReference = links.some((link) => link.isReference);
  return [
    {
      ...part(
        'scope',
        /\d/.test(
          partsOf(sentence)
            .filter((one) => typeof one === 'string')
            .join(''),
        )
          ? sentenceText('scope')
          : sentence,
      ),
      isReference,
    },
    ...(rest === '' ? [] : [numbersOr(rest)]),
  ];
}

/** The sentence on the numbers of the period, as the layouts have it. */
function numbersOr(text: string): LeadPart {
  const isNumbers =
    /\b\d[\d,]* (?:contributions?|new PRs?|pull requests?)\b/i.test(text) &&
    /\bclosed\b/.test(text);
  return part(isNumbers ? 'numbers' : 'editor', text);
}

function repositoryLinks(
  { report, server }: Model,
  { node }: Block,
): (Span & { isReference: boolean })[] {
  const found: (Span & { isReference: boolean })[] = [];
  visit(node, (inner) => {
    if (inner.type !== 'link' && inner.type !== 'linkReference') return;
    const url =
      inner.type === 'link' ? inner.url : (report.definitions.get(inner.identifier)?.url ?? '');
    const span = spanOf(inner);
    if (span && /^[\w.-]+\/[\w.-]+\/?$/.test(pathOn(server, url) ?? ''))
      found.push({ ...span, isReference: inner.type === 'linkReference' });
  });
  return found;
}
