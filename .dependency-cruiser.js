/** Which file may import which; types, re-exports and `import()` count like any import. */
import picomatch from 'picomatch';
import { clock, impure, reading, rooms } from './lint/rooms.js';

/** @param {string[]} names of rooms @returns a pattern of their files */
const filesOf = (names) => `^src/(${names.join('|')})[/.]`;

/** @param {string[]} globs */
const matching = (globs) => globs.map((glob) => picomatch.makeRe(glob).source);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...rooms.map((room, index) => ({
      name: 'imports-lead-back',
      comment:
        'A room imports only itself and the rooms before it in lint/rooms.js, so that it can be understood, tested and changed without those after it. Move what both need to the earlier room, or pass it in.',
      severity: /** @type {const} */ ('error'),
      from: { path: filesOf([room]) },
      to: { path: '^src/', pathNot: filesOf(rooms.slice(0, index + 1)) },
    })),
    {
      name: 'room-has-place',
      comment: 'No rule covers the imports of this room. Add it to the list in lint/rooms.js.',
      severity: 'error',
      from: { path: '^src/', pathNot: filesOf(rooms) },
      to: {},
    },
    {
      name: 'no-import-from-outside',
      comment: 'Only src/ is built. Import packages, or move the file into src/.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['local', 'localmodule'],
        pathNot: ['^src/', 'node_modules/', '^package\\.json$'],
      },
    },
    {
      name: 'one-reader-of-package-json',
      comment: 'Only commands/run.ts reads package.json, for the version: take it from there.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/commands/run\\.ts$' },
      to: { path: '^package\\.json$' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that cannot be resolved escapes all of these rules. Fix its path.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circle',
      comment:
        'Files that import each other can only be understood together. Move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-modules-past-collect',
      comment:
        'This module of Node reaches outside the program, but the same snapshot must give the same report. Let a command use it and pass the result in.',
      severity: 'error',
      from: { path: '^src/', pathNot: matching(impure) },
      to: {
        dependencyTypes: ['core'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^(assert|buffer|crypto|path|url|util)(/|$)',
      },
    },
    {
      name: 'pure-imports-past-collect',
      comment:
        'The imported file may reach outside the program, but the same snapshot must give the same report. Import only its types, and take the value as a parameter.',
      severity: 'error',
      // The library offers sources, but uses none.
      from: { path: '^src/', pathNot: matching([...impure, 'src/index.ts']) },
      to: { path: matching(impure), pathNot: '^src/files/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'files-only-for-readers',
      comment:
        'Only commands, collectors and the loaders of configs and layouts read and write files. Take the content as a parameter.',
      severity: 'error',
      from: { path: '^src/', pathNot: matching(impure) },
      to: { path: '^src/files/' },
    },
    {
      name: 'no-clock-nor-environment-in-collect',
      comment:
        'A collector learns the time and the environment from its caller; only clock.ts measures time.',
      severity: 'error',
      from: { path: matching(reading), pathNot: matching([clock]) },
      to: { dependencyTypes: ['core'], path: '^(perf_hooks|process)(/|$)' },
    },
  ],
  options: {
    // Sees type imports too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
