import type { KnownSignature } from '../../../src/collect/git/recent-signatures.ts';

/** The signature `Name <address>`, and whom the history takes it for by itself: a login, or nobody. */
export function signed(
  signature: string,
  login: string | null,
  parts: Partial<KnownSignature> = {},
): KnownSignature {
  const { name = '', email = '' } = /^(?<name>.*) <(?<email>.*)>$/s.exec(signature)?.groups ?? {};
  const person = { login, ...(login === null && { name }), type: 'user' as const };
  return { name, email, person, recent: 1, subjects: [], ...parts };
}
