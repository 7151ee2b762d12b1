import type { FactOptions } from '../facts/options.ts';
import type { DraftFormat } from './formats.ts';

export interface DraftOptions extends FactOptions {
  template?: string;
  /** A path, or `-` for stdout. */
  output?: string;
  format: DraftFormat;
  /** Show what a rerun would change, and write nothing. */
  diff?: boolean;
  /** Take on a report that devreport did not write. */
  adopt?: boolean;
  /** Items whose changes the editor has seen. */
  seen?: string[];
}
