/** Matches `owner/name#12`, and nothing around it. */
export const qualifiedItemPattern = /^[\w.-]+\/[\w.-]+#[1-9]\d*$/;
