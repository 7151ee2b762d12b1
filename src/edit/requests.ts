import * as v from 'valibot';

/* What the page sends to its server. The types of the protocol come from these schemas. */

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An offset in an entry, or in a comment. */
const at = { at: offset };
/** What was typed, and is replaced. */
const range = { at: offset, end: offset };
const changes = { changes: v.array(v.string()) };

const action = <Name extends string, Entries extends v.ObjectEntries>(
  name: Name,
  entries: Entries,
) => v.strictObject({ do: v.literal(name), ...entries });

export const actionSchema = v.variant('do', [
  action('move', { ...at, to: v.string() }),
  action('move-before', { ...at, before: offset }),
  action('move-by', { ...at, by: v.picklist([-1, 1]) }),
  action('move-to-new', { ...at, title: v.string() }),
  action('join', { ...at, other: v.nullable(offset) }),
  action('split', at),
  action('take-out', at),
  action('bring-back', { item: v.string(), to: v.nullable(v.string()) }),
  action('highlight', at),
  action('credit', { ...at, login: v.string() }),
  action('insert-item', { ...range, item: v.string() }),
  action('insert-person', { ...range, login: v.string() }),
  action('write', at),
  action('delete-comment', at),
  action('adopt', {}),
  action('accept', changes),
  action('dismiss', changes),
  action('dismiss', changes),
]);

export const textRequestSchema = v.strictObject({ text: v.string() });
/** `base`: the hash of the file that the text was made from. */
export const saveSchema = v.strictObject({ text: v.string(), base: v.string() });
export const actSchema = v.strictObject({ text: v.string(), action: actionSchema });
