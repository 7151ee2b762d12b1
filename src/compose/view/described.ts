import * as v from 'valibot';

/*
 * What the schemas of the view are made of: each value has a description for the docs.
 */

export const described = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));
export const text = (description: string) => described(v.string(), description);
export const amount = (description: string) => described(v.number(), description);

/** Safe Markdown, written unescaped. */
export interface Markdown {
  readonly markdown: string;
}
export const markdown = (description: string) =>
  described(
    v.custom<Markdown>(
      (value) => typeof value === 'object' && value !== null && 'markdown' in value,
    ),
    description,
  );
