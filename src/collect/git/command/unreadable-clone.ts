import { SourceError } from '../../../errors.ts';

/** A clone that nothing can be read of, because something in it has no end: there is one, however. */
export class UnreadableClone extends SourceError {}
