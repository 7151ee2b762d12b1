/** A machine account that the config could name. */
export interface ProposedBot {
  /** The login, or the name that a machine without one signs with. */
  name: string;
  /** What it does, as part of a sentence. */
  what: string;
  /** One of its texts, which is foreign. */
  example: string;
}
