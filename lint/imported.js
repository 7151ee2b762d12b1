import { posix } from 'node:path';

/**
 * @typedef {object} Imported
 * @property {import('estree').Node} node where it is said
 * @property {string} specifier
 * @property {boolean} typeOnly
 * @property {string[]} names as exported there; `*` for everything
 */

/**
 * Calls back for everything a file imports or exports again from elsewhere.
 *
 * @param {(imported: Imported) => void} found
 * @returns {import('eslint').Rule.RuleListener}
 */
export function onImport(found) {
  /** @param {any} node ESTree knows nothing of the kinds that TypeScript adds */
  const visit = ({ source, specifiers, importKind, exportKind }) => {
    if (typeof source?.value !== 'string') return;
    found({
      node: source,
      specifier: source.value,
      typeOnly: (importKind ?? exportKind) === 'type',
      names: specifiers?.map(nameOf) ?? ['*'],
    });
  };
  return {
    ImportDeclaration: visit,
    ImportExpression: visit,
    ExportAllDeclaration: visit,
    ExportNamedDeclaration: visit,
  };
}

/** @param {any} specifier @returns {string} */
function nameOf({ type, imported, local }) {
  if (type === 'ImportSpecifier') return imported.name;
  return type === 'ExportSpecifier' ? local.name : '*';
}

/**
 * @param {string} path of the importing file, below src/
 * @param {string} specifier
 * @returns {string | undefined} path below src/, or one that starts with `../`; undefined for a package
 */
export function resolved(path, specifier) {
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return undefined;
  return posix.join(posix.dirname(path), specifier);
}
