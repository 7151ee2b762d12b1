import { belowSrc, reachOf } from './flow.js';
import { onImport, resolved } from './imported.js';
import {
  constants,
  globals,
  localMethods,
  members,
  modules,
  pureModules,
  withoutArguments,
} from './world.js';

/**
 * `devreport/pure-past-collect`: code that works on the snapshot reads no clock, environment, disk,
 * network or terminal, and imports nothing that does (its types it may). What the others may reach
 * for stands in the table of `flow.js`.
 *
 * Why: the same snapshot then gives the same report, on every machine and in ten years. That is
 * what golden files, saved snapshots and reruns over an edited report stand on.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const purePastCollect = {
  meta: {
    type: 'problem',
    docs: { description: 'What works on the snapshot depends on nothing else' },
    schema: [],
    messages: {
      impure:
        "'{{what}}' reaches for the {{kind}}, which a command may do for this part and hand in, so that the same input always gives the same output here.",
      importsImpure:
        "'{{what}}' may touch the world, and what imports it is no longer pure. Import its types only, and take the value as a parameter.",
    },
  },
  create(context) {
    const path = belowSrc(context.filename);
    if (path === undefined) return {};
    const reach = reachOf(path);

    /**
     * @param {import('estree').Node} node
     * @param {string} what
     * @param {import('./world.js').Kind | undefined} kind
     */
    const report = (node, what, kind) => {
      if (kind === undefined || reach?.includes(kind)) return;
      context.report({ node, messageId: 'impure', data: { what, kind } });
    };

    return {
      ...onImport(({ node, specifier, typeOnly, names }) => {
        if (typeOnly) return;
        const target = resolved(path, specifier);
        if (target && !reach && reachOf(target)) {
          context.report({ node, messageId: 'importsImpure', data: { what: specifier } });
        } else report(node, specifier, kindOfModule(specifier, names));
      }),
      'Program:exit'() {
        for (const identifier of globalUses(context.sourceCode)) {
          const name = nameOfGlobal(identifier);
          report(identifier, name, globals[name]);
        }
      },
      MemberExpression(node) {
        const name = dotted(node);
        if (name) report(node, name, members[name]);
      },
      'CallExpression, NewExpression'(
        /** @type {import('estree').CallExpression | import('estree').NewExpression} */ node,
      ) {
        const name = dotted(node.callee);
        // `Date('…')` without `new` ignores what it is given.
        const ignores = name === 'Date' && node.type === 'CallExpression';
        if (name && (ignores || node.arguments.length === 0)) {
          report(node, `${name}()`, withoutArguments[name]);
        }
        const method = node.callee.type === 'MemberExpression' && propertyOf(node.callee);
        if (method && node.arguments.length < (localMethods[method] ?? 0)) {
          report(node.callee, method, 'environment');
        }
      },
    };
  },
};

/**
 * @param {string} specifier
 * @param {string[]} names
 * @returns {import('./world.js').Kind | undefined}
 */
function kindOfModule(specifier, names) {
  const module = specifier.replace(/^node:/, '').split('/')[0] ?? '';
  if (pureModules.has(module)) return undefined;
  if (names.every((name) => constants.has(`${module}.${name}`))) return undefined;
  return modules[module] ?? (specifier.startsWith('node:') ? 'environment' : undefined);
}

/** `a.b.c` of plain names. @param {import('estree').Node} node @returns {string | undefined} */
function dotted(node) {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return undefined;
  const object = dotted(node.object);
  const property = propertyOf(node);
  if (object === 'globalThis') return property;
  return object && property && `${object}.${property}`;
}

/** @param {import('estree').MemberExpression} node */
function propertyOf(node) {
  return !node.computed && node.property.type === 'Identifier' ? node.property.name : undefined;
}

/**
 * `fetch` for `globalThis.fetch` too, which is how one says it where the short name is taken.
 *
 * @param {import('estree').Identifier & { parent?: import('estree').Node }} identifier
 */
function nameOfGlobal({ name, parent }) {
  if (name !== 'globalThis' || parent?.type !== 'MemberExpression') return name;
  return propertyOf(parent) ?? name;
}

/**
 * Where the file uses globals as values; names of its own and names of types don't count.
 *
 * @param {import('eslint').SourceCode} sourceCode
 */
function globalUses({ scopeManager }) {
  const scope = scopeManager.globalScope;
  if (!scope) return [];
  const declared = scope.variables.filter((variable) => variable.defs.length === 0);
  const references = [...scope.through, ...declared.flatMap((variable) => variable.references)];
  return references
    .filter((reference) => !('isTypeReference' in reference && reference.isTypeReference))
    .map((reference) => reference.identifier)
    .filter((identifier) => identifier.type === 'Identifier');
}
