/** Matches `owner/name`, and nothing around it. */
export const repositoryNamePattern = /^[\w.-]+\/[\w.-]+$/;
