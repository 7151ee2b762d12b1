import type { FactOptions } from '../facts/options.ts';

export interface EditOptions extends FactOptions {
  template?: string;
  port?: string;
  /** False: only print the address. */
  open?: boolean;
}
