import type { ThenAndNow } from './state.ts';

/** What an explanation is described with. */
export interface ExplanationContext extends ThenAndNow {
  sections: readonly { id: string; title: string }[];
  /** As the config names it. */
  template: string;
  /** The headings above the item in a draft by this template; null when the draft doesn't name it. */
  heading: string | null;
}
