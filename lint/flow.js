import { kinds } from './world.js';

/**
 * The flow of the program, as the one table the rules read. A part is a folder of src/, or a file
 * that stands in src/ itself.
 */

/** From the first to the last. A part imports itself and what stands before it. */
export const flow = [
  ['errors'],
  ['files'],
  ['period'],
  ['item'],
  ['config'],
  ['snapshot'],
  ['people'],
  ['collect'],
  ['categorise'],
  ['markdown'],
  ['compose'],
  ['render'],
  ['report'],
  ['series'],
  ['revise'],
  ['check'],
  ['publish'],
  ['propose'],
  ['edit'],
  ['commands'],
  ['cli', 'action', 'index'],
];

/**
 * What files may reach for, by how their path below src/ begins; the first match counts. All
 * others are pure: the same input gives the same output.
 *
 * @type {[start: string, kinds: readonly import('./world.js').Kind[]][]}
 */
const reaches = [
  ['cli.ts', kinds],
  ['action.ts', kinds],
  ['commands/', kinds],
  // Offers sources to other programs, but does nothing itself.
  ['index.ts', []],
  ['files/', ['disk', 'environment']],
  ['config/load.ts', ['disk']],
  ['render/load-template.ts', ['disk']],
  // For waits, and for the note of when a snapshot was collected.
  ['collect/github/request/clock.ts', ['clock', 'timers']],
  // A collector learns the period, the credentials and the settings from its caller.
  ['collect/', ['disk', 'network', 'processes', 'timers', 'random']],
];

/**
 * @param {string} file absolute path
 * @returns {string | undefined} the path below (the last) src/, with slashes; undefined outside of it
 */
export function belowSrc(file) {
  return /^.*\/src\/(.+)$/.exec(file.replaceAll('\\', '/'))?.[1];
}

/** @param {string} path below src/ */
export function partOf(path) {
  return path.split('/')[0]?.replace(/\.\w+$/, '') ?? path;
}

/**
 * @param {string} path below src/
 * @returns {readonly import('./world.js').Kind[] | undefined} undefined for a pure file
 */
export function reachOf(path) {
  return reaches.find(([start]) => path.startsWith(start))?.[1];
}
