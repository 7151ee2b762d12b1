import { createHash } from 'node:crypto';
import type { Repository } from '../repository.ts';

/** GitHub gives the text of larger blobs up to here. */
export const textLimit = 512_000;

/** What git looks at to tell a text from a binary file. */
const probed = 8_000;

export interface Blob {
  __typename: 'Blob';
  id: string;
  oid: string;
  abbreviatedOid: string;
  byteSize: number;
  isBinary: boolean;
  isTruncated: boolean;
  repository: Repository;
  bytes: Uint8Array;
}

/** The hash that git gives an object. */
export function hashObject(type: 'blob' | 'tree' | 'commit', bytes: Uint8Array): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

export function blobOf(repository: Repository, bytes: Uint8Array): Blob {
  const oid = hashObject('blob', bytes);
  return {
    __typename: 'Blob',
    id: `B_kwDO${repository.key}_${oid}`,
    oid,
    abbreviatedOid: oid.slice(0, 7),
    byteSize: bytes.length,
    isBinary: bytes.subarray(0, probed).includes(0),
    isTruncated: bytes.length > textLimit,
    repository,
    bytes,
  };
}
