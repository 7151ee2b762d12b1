import type { DraftElement, DraftGroup } from '../../report/draft/draft.ts';
import { type Decisions, withParts } from '../decide.ts';

/** An element of a section or group of the draft. */
export interface Child {
  element: DraftElement;
  /** The run of list items that it is in; null where blank lines make no groups. */
  run: DraftGroup | null;
}

/** The elements of a section or group, those of its runs included, joint entries followed by their parts. */
export function childrenOf(
  elements: readonly DraftElement[],
  decisions: Pick<Decisions, 'parts'>,
  run: DraftGroup | null = null,
): Child[] {
  return withParts(elements, decisions).flatMap((element) =>
    element.kind === 'group' && !element.group
      ? childrenOf(element.elements, decisions, element)
      : [{ element, run }],
  );
}
