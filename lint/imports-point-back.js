import { belowSrc, flow, partOf } from './flow.js';
import { onImport, resolved } from './imported.js';

/**
 * `devreport/imports-point-back`: a part of src/ imports only itself and what stands before it in
 * the flow (types too).
 *
 * Why: the data flow is the layout. Someone who reads the folders in order has read the program,
 * and each part can be understood, tested and changed without what comes after it.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importsPointBack = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports point back along the flow of the program' },
    schema: [],
    messages: {
      forward:
        "'{{from}}' comes before '{{to}}' in the flow and must not import from it: the folders in order are the program. Move what both need to '{{from}}' or before, or pass it in.",
      unknown: "'{{part}}' has no place in the flow: give it one in lint/flow.js.",
      outside: "'{{specifier}}' leads out of src/, which alone is built. Only package.json may.",
    },
  },
  create(context) {
    const path = belowSrc(context.filename);
    if (path === undefined) return {};
    const from = partOf(path);
    const place = placeOf(from);
    if (place < 0) {
      return { Program: (node) => context.report(unknown(node, from)) };
    }
    return onImport(({ node, specifier }) => {
      const target = resolved(path, specifier);
      if (target === undefined || target === '../package.json') return;
      if (target.startsWith('../')) {
        context.report({ node, messageId: 'outside', data: { specifier } });
        return;
      }
      const to = partOf(target);
      const targetPlace = placeOf(to);
      if (targetPlace < 0) context.report(unknown(node, to));
      else if (targetPlace > place) {
        context.report({ node, messageId: 'forward', data: { from, to } });
      }
    });
  },
};

/** @param {string} part */
function placeOf(part) {
  return flow.findIndex((parts) => parts.includes(part));
}

/**
 * @param {import('estree').Node} node
 * @param {string} part
 */
function unknown(node, part) {
  return { node, messageId: 'unknown', data: { part } };
}
