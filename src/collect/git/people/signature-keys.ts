import type { Signature } from '../history/signature.ts';

/** A name to compare by. */
export function nameKey({ name }: Signature): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** An address to compare by; empty for one that many people may have, like `root@localhost`. */
export function addressKey({ email }: Signature): string {
  const key = email.trim().toLowerCase();
  return /@[^@]+\.[^@.]+$/.test(key) ? key : '';
}

/** Whether two signatures have a name or an address in common. */
export function isSameSigner(a: Signature, b: Signature): boolean {
  const isShared = (keyOf: (signature: Signature) => string): boolean =>
    keyOf(a) !== '' && keyOf(a) === keyOf(b);
  return isShared(nameKey) || isShared(addressKey);
}
