/**
 * devreport's own layouts, by their files, each as a map of its partials by name, the layout itself under
 * an empty one. None here: the build fills it, because parsing and compiling them takes a tenth of the
 * time of a small report.
 */
export const precompiled: Readonly<
  Record<string, () => Promise<ReadonlyMap<string, TemplateSpecification>>>
> = {};
