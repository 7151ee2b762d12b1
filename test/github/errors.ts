/** A test asks the fixture for something it cannot answer truthfully: answered with HTTP 500, never with a guess. */
export class FixtureError extends Error {
  override name = 'FixtureError';
}

/** An error of GitHub's own, as it appears in `errors`, with data elsewhere. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** GitHub's `type`, like `NOT_FOUND`. */
  readonly type: string;
  readonly extensions: Record<string, unknown> | undefined;

  constructor(type: string, message: string, extensions?: Record<string, unknown>) {
    super(message);
    this.type = type;
    this.extensions = extensions;
  }
}
