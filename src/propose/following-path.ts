const folders =
  /^(?:_?_?(?:tests?|specs?|snapshots)_?_?|testdata|testing|e2e|fixtures?|docs?|documentation|doc_src|man|examples?|samples?|playground|benches|benchmarks?)$/i;
const files =
  /(?:[._-](?:tests?|spec|bench)\.\w+|^(?:tests?|conftest|test[_-].*)\.\w+|\.(?:md|mdx|rst|adoc|txt))$/i;

/** Whether a file usually follows others: a test, documentation, an example. */
export function isFollowingPath(path: string): boolean {
  const [name = '', ...around] = path.split('/').reverse();
  return files.test(name) || around.some((part) => folders.test(part));
}

/** The files that a change is about: those that don't only follow others, if it has some. */
export function leadingPaths(paths: readonly string[]): readonly string[] {
  const leading = paths.filter((path) => !isFollowingPath(path));
  return leading.length > 0 ? leading : paths;
}
