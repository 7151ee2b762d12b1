/** `#12` of the definition `[#12]: https://…`. A bracket inside a label is escaped. */
export function definitionLabel(definition: string): string {
  return /^\[\^?((?:\\.|[^\]\\])*)\]/s.exec(definition)?.[1] ?? definition;
}
