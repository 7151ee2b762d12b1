/** The default id of a section, from the letters and digits of its title: `Build & CI` → `build-ci`. */
export function slug(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join('-') ?? 'section';
}
