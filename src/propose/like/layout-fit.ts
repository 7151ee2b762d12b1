import { keyOfParts } from './entry-shape.ts';
import type { Form, ModelPart } from './form.ts';
import type { ModelGroups } from './groups.ts';
import type { Model } from './model.ts';
import type { PartKind } from './part-kind.ts';

/** The forms of devreport's layouts, as a model would have them. */
interface LayoutForm {
  name: string;
  entry: readonly string[];
  /** Whether items are written in full: `owner/name#12`. */
  isInFull?: boolean;
  words?: 'past' | 'phrase';
  /** The depth of the headings of groups. */
  depth: number;
  by: ModelGroups['by'];
  hasMerged: boolean;
  /** The parts beside merged work that are always there, in order. */
  parts: readonly PartKind[];
  hasReleases?: boolean;
}

const referenced = '<text> (<reference items> <reference @people>)';

const layoutForms: readonly LayoutForm[] = [
  {
    name: 'weekly',
    entry: ['<text> <link items> <plain @people>.'],
    depth: 3,
    by: 'section',
    hasMerged: true,
    parts: ['issues'],
  },
  {
    name: 'digest',
    entry: [referenced],
    isInFull: true,
    depth: 3,
    by: 'section',
    hasMerged: true,
    parts: ['closed', 'active'],
  },
  {
    name: 'themed',
    entry: [referenced],
    isInFull: false,
    depth: 3,
    by: 'section',
    hasMerged: false,
    parts: ['active'],
  },
  {
    name: 'changelog',
    entry: ['<link items> <text>.'],
    words: 'phrase',
    depth: 2,
    by: 'section',
    hasMerged: false,
    parts: [],
    hasReleases: true,
  },
  {
    name: 'people',
    entry: ['<titled (#)>'],
    words: 'past',
    depth: 2,
    by: 'name',
    hasMerged: false,
    parts: [],
    hasReleases: true,
  },
];

/** Parts that a report has only when there is something in them. */
const optional: readonly PartKind[] = [
  'newcomers',
  'contributors',
  'helpWanted',
  'statistics',
  'releases',
];

/** The layout that a model has the form of; null where it has none of them. */
export function fittingLayout(model: Model, form: Form, groups: ModelGroups): string | null {
  if (model.heading?.depth !== 1 || model.hasToml) return null;
  return layoutForms.find((layout) => fits(layout, form, groups))?.name ?? null;
}

function fits(layout: LayoutForm, { parts, merged }: Form, groups: ModelGroups): boolean {
  const { shape, table, author, marker } = merged;
  if (table || marker !== '-' || !layout.entry.includes(keyOfParts(shape.parts))) return false;
  if (layout.words !== undefined && layout.words !== shape.words) return false;
  const items = shape.parts.find((part) => part.kind === 'items');
  if (layout.isInFull !== undefined && (items?.label === 'id') !== layout.isInFull) return false;
  if ((author !== null) !== (layout.name === 'people')) return false;
  if (groups.by !== layout.by || groups.parts.some(({ depth }) => depth !== layout.depth))
    return false;
  if (!layout.hasMerged && parts.some(({ kind }) => kind === 'merged')) return false;
  return isOrdered(layout, parts);
}

/** Merged work first, then the layout's other lists, then what is only there at times. */
function isOrdered(
  { parts: always, hasReleases = false }: LayoutForm,
  parts: readonly ModelPart[],
): boolean {
  const kinds = parts
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'group' && kind !== 'merged');
  const first = parts.findIndex(({ kind }) => kind === 'group' || kind === 'merged');
  const listed = kinds.filter((kind) => !optional.includes(kind));
  if (listed.join() !== always.join()) return false;
  return parts.every(({ kind }, index) => {
    if (kind === 'releases') return hasReleases && index < first;
    return !optional.includes(kind) || index > first || kind === 'statistics';
  });
}
