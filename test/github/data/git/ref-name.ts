/** Whether git takes it for a full name of a ref: the rules of `git check-ref-format`. */
export function isRefName(name: string): boolean {
  if (!/^refs\/[^/]+\/./.test(name)) return false;
  // eslint-disable-next-line no-control-regex -- Git forbids these.
  if (/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$/.test(name)) return false;
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'));
}

/** `main` and `refs/heads/main` to `main`; null for anything else below `refs/`. */
export function branchName(name: string): string | null {
  if (name.startsWith('refs/heads/')) return name.slice('refs/heads/'.length);
  return name.startsWith('refs/') ? null : name;
}
