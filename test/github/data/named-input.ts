/** What items point to by its name. Everything optional has a default. */

export interface LabelInput {
  name: string;
  color?: string;
  description?: string;
}

export interface MilestoneInput {
  title: string;
  state?: 'OPEN' | 'CLOSED';
  dueOn?: string;
}

export interface TeamInput {
  organization: string;
  slug: string;
  name?: string;
}
