/** An address that a link may lead to; undefined for every other kind, like `javascript:`. */
export function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
}
