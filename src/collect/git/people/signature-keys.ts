import { nameKey } from '../../../people/name-key.ts';
import type { Signature } from '../history/signature.ts';

/** An address to compare by; empty for one that many people may have, like `root@localhost`. */
export function addressKey({ email }: Signature): string {
  const key = email.trim().toLowerCase();
  return /@[^@]+\.[^@.]+$/.test(key) ? key : '';
}

/** Whether two signatures have a name or an address in common. */
export function isSameSigner(a: Signature, b: Signature): boolean {
  const isShared = (one: string, other: string): boolean => one !== '' && one === other;
  return isShared(nameKey(a.name), nameKey(b.name)) || isShared(addressKey(a), addressKey(b));
}
