/** The hash of a commit, maybe abbreviated, as part of a regular expression. */
export const commitHashSource = /[\da-f]{7,64}(?![\w-])/.source;
