import { defaultSchema, type Schema } from 'hast-util-sanitize';

/** What every id of a report starts with, so that none is one of the page around it; GitHub has the same. */
export const ID_PREFIX = 'user-content-';

const aria = ['ariaDescribedBy', 'ariaLabel', 'ariaLabelledBy'];

/** What GitHub allows besides the elements of the default schema. */
const more = 'abbr bdo caption cite dfn figcaption figure mark small time wbr'.split(' ');

/** Allowed by the default schema, but with addresses of several pictures in one attribute. */
const pictures = new Set(['picture', 'source']);

/**
 * The elements and attributes that a report may have in HTML: nothing that runs, loads anything but an
 * image, sends anything, or looks like a part of the page around it.
 */
export const htmlSchema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...more].filter((name) => !pictures.has(name)),
  attributes: {
    ...defaultSchema.attributes,
    '*': ['align', 'dir', 'id', 'lang', 'title'],
    a: [...(defaultSchema.attributes?.['a'] ?? []), 'name'],
    details: ['open'],
    div: [],
    img: [...aria, 'alt', 'height', 'src', 'width'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: [...(defaultSchema.attributes?.['li'] ?? []), 'value'],
    ol: [...(defaultSchema.attributes?.['ol'] ?? []), 'reversed', 'start', 'type'],
    td: ['colSpan', 'headers', 'rowSpan'],
    th: ['colSpan', 'headers', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto'],
    src: ['http', 'https'],
  },
  clobberPrefix: ID_PREFIX,
};
