import * as v from 'valibot';

/** A list whose items have different keys; the issue names the first repeated one. */
export function distinctList<Schema extends v.GenericSchema>(
  item: Schema,
  keyOf: (item: v.InferOutput<Schema>) => string,
) {
  return v.pipe(
    v.array(item),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input = dataset.value;
      const seen = new Set<string>();
      for (const [key, value] of input.entries()) {
        const name = keyOf(value);
        if (seen.has(name)) {
          const path: [v.IssuePathItem] = [{ type: 'array', origin: 'value', input, key, value }];
          addIssue({ message: `expected ${name} only once`, path });
          return;
        }
        seen.add(name);
      }
    }),
  );
}
