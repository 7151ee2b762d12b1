/** A group of changes in a project's changelog, and what puts a change in it. */
export interface ChangeGroup {
  title: string;
  /** Regular expressions. */
  titles?: string[];
  /** Globs. */
  paths?: string[];
}

/** How a tool of the project groups its changes. */
export interface ChangeGroups {
  path: string;
  groups: ChangeGroup[];
  /** The title of the group for everything else; null without one. */
  fallback: string | null;
}
