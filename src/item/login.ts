/**
 * Matches a login on GitHub or a server of its own, with or without the `[bot]` of git: letters,
 * digits, hyphens, and what imported accounts have beside them.
 */
export const loginPattern = /^[\w.-]{1,100}(?:\[bot\])?$/;
