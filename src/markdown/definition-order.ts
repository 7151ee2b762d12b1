/** What definitions are sorted by: their identifiers, with numbers in their order. */
export function definitionSortKey({ identifier }: { identifier: string }): string {
  return identifier.replace(/\d+/g, (number) => number.padStart(12, '0'));
}
