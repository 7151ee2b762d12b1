/** A pattern as in `.gitignore`: without a slash before the end it matches at any depth, and a folder means all in it. */
export function gitignoreGlobs(pattern: string): string[] {
  const plain = pattern.replace(/^\//, '').replace(/\/$/, '');
  const glob = /\/./.test(pattern) ? plain : `**/${plain}`;
  if (plain === '' || plain === '**') return [];
  if (pattern.endsWith('/')) return [`${glob}/**`];
  return /(?<![*.])[*.][^/]*$/.test(plain) ? [glob] : [glob, `${glob}/**`];
}
