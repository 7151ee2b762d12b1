/** Who has the desk open. It ends when the last page has been closed for a while. */
export class Visits {
  readonly #idle: number;
  readonly #end: () => void;
  #open = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `idle`: in milliseconds; `end` is called once. */
  constructor(idle: number, end: () => void) {
    this.#idle = idle;
    this.#end = end;
  }

  begin(): void {
    this.#open += 1;
    clearTimeout(this.#timer);
  }

  end(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#timer = setTimeout(this.#end, this.#idle).unref();
  }
}
