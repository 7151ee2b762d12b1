/** The prefixes of GitHub's opaque ids, for what `node(id)` can find again, and for what only needs one. */
export type IdPrefix = 'R' | 'PR' | 'I' | 'IC' | 'PRR' | 'PRRC' | 'EV' | 'PC' | 'MI' | 'CR';

export interface Place {
  prefix: string;
  repository: number;
  number: number;
  ordinal: number;
}

/** An opaque id, like `PR_kwDOAAAAAQAAAAwAAA`. */
export function encodeId(prefix: IdPrefix, repository: number, number = 0, ordinal = 0): string {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(repository, 0);
  bytes.writeUInt32BE(number, 4);
  bytes.writeUInt32BE(ordinal, 8);
  return `${prefix}_kwDO${bytes.toString('base64url')}`;
}

/** The place an id of {@link encodeId} names, or null when it is not one. */
export function decodeId(id: string): Place | null {
  const match = /^([A-Z]+)_kwDO([\w-]{16})$/.exec(id);
  if (match === null) return null;
  const [, prefix = '', digits = ''] = match;
  const bytes = Buffer.from(digits, 'base64url');
  return {
    prefix,
    repository: bytes.readUInt32BE(0),
    number: bytes.readUInt32BE(4),
    ordinal: bytes.readUInt32BE(8),
  };
}
