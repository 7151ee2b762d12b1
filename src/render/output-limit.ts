import type Handlebars from 'handlebars';
import { templateInvalid } from './template-invalid.ts';

type Runnable = Handlebars.TemplateDelegate<unknown>;

/** UTF-16 units, and rounds of loops, that one report may take. */
const MOST = 10_000_000;
/** About the work of a round, in units written. */
const ROUND = 10;

/** Ends a template that writes without end: loops inside loops multiply, and so do partials. */
export class OutputLimit {
  readonly #file: string;
  #left = MOST;

  constructor(file: string) {
    this.#file = file;
  }

  /** The template, with a fresh limit for each report. */
  main(template: Runnable): Runnable {
    return (context, options) => {
      this.#left = MOST;
      return template(context, options);
    };
  }

  /** A block or a partial, each run of which counts. */
  counted(part: Runnable): Runnable {
    return (context, options) => {
      const written = part(context, options);
      this.#left -= written.length + ROUND;
      if (this.#left < 0) throw this.#exceeded();
      return written;
    };
  }

  #exceeded(): Error {
    return templateInvalid(this.#file, [
      `${this.#file}: it writes more than ${String(MOST)} characters; use fewer loops inside loops`,
    ]);
  }
}
