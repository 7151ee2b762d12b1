/**
 * The letters and digits of a title, as the default id of a section has them: `Build & CI` → `build-ci`.
 *
 * @param otherwise for a title without any
 */
export function slug(title: string, otherwise = 'section'): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words?.join('-') ?? otherwise;
}
