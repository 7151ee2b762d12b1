import { createHash } from 'node:crypto';
import * as v from 'valibot';

export const blobFragment = 'fragment blob on Blob { oid text isTruncated }';

export const blobSchema = v.object({
  oid: v.string(),
  text: v.nullable(v.string()),
  isTruncated: v.boolean(),
});

export type Blob = v.InferOutput<typeof blobSchema>;

/** Whatever else an expression may lead to, like a folder, comes as an empty object. */
export const maybeBlobSchema = v.fallback(v.nullish(blobSchema), null);

/**
 * The text of a blob to the byte; null when GitHub gives only a part of it, or has replaced bytes that
 * are not UTF-8. The oid shows that: it is the SHA-1 of the header `blob LENGTH\0` and the bytes.
 */
export function wholeText({ oid, text, isTruncated }: Blob): string | null {
  if (text === null || isTruncated) return null;
  const bytes = Buffer.from(text);
  const header = ['blob', bytes.length].join(' ');
  const hash = createHash('sha1').update(header).update(Uint8Array.of(0)).update(bytes);
  return hash.digest('hex') === oid ? text : null;
}
