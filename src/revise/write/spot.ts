import type { Edit } from '../../markdown/edit.ts';
import type { DraftLeaf } from '../../report/draft/draft.ts';
import type { Block, Bullet } from '../../report/outline.ts';
import type { Unplaced } from '../choice/planned-change.ts';
import type { Child } from './children.ts';

/** An insertion, and what of the draft is in it. */
export interface Insertion {
  edit: Edit;
  of: (DraftLeaf | Unplaced)[];
}

/** A list item or row of the file, and the run of the draft that it belongs to. */
export interface Spot {
  bullet: Bullet;
  run: Child['run'];
}

/** The counterpart of a draft's element in the place of its section or group. */
export interface Landmark {
  /** In the list of that place. */
  spot: Spot | null;
  block: Block | null;
}

/** The nearest landmarks around a new element. */
export interface Between {
  above: Landmark;
  below: Landmark;
}
