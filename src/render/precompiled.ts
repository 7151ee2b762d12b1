/**
 * devreport's own templates as Handlebars compiles them, by their source text. Empty here: the build
 * fills it, because parsing and compiling them takes a tenth of the time of a small report.
 */
export const precompiled: ReadonlyMap<string, unknown> = new Map();
