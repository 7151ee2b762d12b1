import type { EntryShape, ShapePart } from './shape-part.ts';

/** An entry of that shape in Handlebars, without its bullet. */
export function entryTemplate(shape: EntryShape): string {
  const { parts } = shape;
  return parts
    .map((part, index) => {
      const before = parts[index - 1];
      if (part.kind === 'people') return withLiterals(shape, index);
      if (part.kind !== 'literal') return partTemplate(part, shape);
      if (takesAfter(parts, index - 1)) return '';
      const { kept } = splitLead(part.text);
      const text = takesBefore(parts, index + 1) ? kept : part.text;
      return isMarked(parts, index - 1)
        ? afterMark(text)
        : escapeTemplate(text, before === undefined);
    })
    .join('');
}

/** What joins people to the rest goes with them where there are none. */
function withLiterals(shape: EntryShape, index: number): string {
  const { parts, isAuthorOnly } = shape;
  const [part, before, after] = [parts[index], parts[index - 1], parts[index + 1]];
  if (!part) return '';
  const lead =
    takesBefore(parts, index) && before?.kind === 'literal' ? splitLead(before.text).lead : '';
  const tail = takesAfter(parts, index) && after?.kind === 'literal' ? after.text : '';
  const inner = escapeTemplate(lead) + partTemplate(part, shape) + escapeTemplate(tail);
  return isAuthorOnly ? `{{#with author}}${inner}{{/with}}` : `{{#if credits}}${inner}{{/if}}`;
}

function takesBefore(parts: readonly ShapePart[], index: number): boolean {
  const [part, before] = [parts[index], parts[index - 1]];
  return (
    part?.kind === 'people' && before?.kind === 'literal' && index > 1 && !OPENS.test(before.text)
  );
}

/** Behind a bracket, people come first, and what follows them leads to the others. */
function takesAfter(parts: readonly ShapePart[], index: number): boolean {
  const [part, after] = [parts[index], parts[index + 1]];
  if (part?.kind !== 'people' || after?.kind !== 'literal' || takesBefore(parts, index))
    return false;
  return parts[index + 2] !== undefined && !/^\s*[)\]]/.test(after.text);
}

const OPENS = /[([]\s*$/;

/** What of a literal closes the words before it, and what leads to the people behind it. */
function splitLead(text: string): { kept: string; lead: string } {
  const [kept = ''] = /^.*[*_)\]](?=[^*_)\]]*$)/.exec(text) ?? [];
  return { kept, lead: text.slice(kept.length) };
}

/** Whether a text is between marks of emphasis, behind which its remarks come. */
function isMarked(parts: readonly ShapePart[], index: number): boolean {
  const before = parts[index - 1];
  return parts[index]?.kind === 'text' && before?.kind === 'literal' && /[*_]$/.test(before.text);
}

function afterMark(text: string): string {
  const [mark = ''] = /^[*_]+/.exec(text) ?? [];
  return `${mark}{{> remarks}}${escapeTemplate(text.slice(mark.length))}`;
}

function partTemplate(part: ShapePart, { parts, words, isAuthorOnly }: EntryShape): string {
  switch (part.kind) {
    case 'literal':
      return escapeTemplate(part.text);
    case 'text':
      return isMarked(parts, parts.indexOf(part)) ? `{{${words}}}` : `{{${words}}}{{> remarks}}`;
    case 'titled':
      return `{{#each (limit refs 1)}}[${titled(part, words)}]({{url}}){{/each}}{{> remarks}}`;
    case 'items': {
      const one =
        part.style === 'reference'
          ? `{{reference ${part.label} url}}`
          : `[{{${part.label}}}]({{url}})`;
      return `{{#each refs}}${separator(part.between ?? ' ')}${one}{{/each}}`;
    }
    case 'people': {
      const one = person(part);
      return isAuthorOnly
        ? one
        : `{{#each credits}}${separator(part.between ?? ' ')}${one}{{/each}}`;
    }
  }
}

/** A person in the context of one, as the model names them. */
export function person({ style, at }: ShapePart & { kind: 'people' }): string {
  const name = at ? 'label' : 'name';
  if (style === 'plain') return `{{${name}}}`;
  if (style === 'reference') return `{{reference ${name} url}}`;
  return `{{#if url}}[{{${name}}}]({{url}}){{else}}{{${name}}}{{/if}}`;
}

function titled({ number }: ShapePart & { kind: 'titled' }, words: EntryShape['words']): string {
  const text = `{{../${words}}}`;
  if (number === '(#)') return `${text} (#{{number}})`;
  return number === '#:' ? `{{number}}: ${text}` : text;
}

function separator(text: string): string {
  return text === '' ? '' : `{{#unless @first}}${escapeTemplate(text)}{{/unless}}`;
}

/** A text of the model as part of a template, which would read braces and backslashes as its own. */
export function escapeTemplate(text: string, isFirst = false): string {
  // Templates nest no deeper.
  const isNested = (text.match(/[([]/g) ?? []).length > MOST_BRACKETS;
  const written = (isNested ? text.replace(/[([\])]/g, '') : text).replace(
    /[{}\\]/g,
    (found) => `&#${String(found.charCodeAt(0))};`,
  );
  return isFirst ? written.trimStart() : written;
}

const MOST_BRACKETS = 20;
