import { itemAt } from '../../../item/item-url.ts';

/** Where pull requests are. */
export interface OwnRepository {
  /** `owner/name`. */
  repository: string;
  /** Like `https://github.com`. */
  server: string;
}

/** `PR-URL: …` (Node.js), `Pull Request resolved: …` (PyTorch), `Reviewed-on: …`. */
const TRAILER =
  /^(?:pr-url|pull[ -]request(?:[ -](?:resolved|url))?|reviewed-on|merged-from):\s+(?:<?(?<url>https?:\/\/[^\s>]+)>?|#(?<number>[1-9]\d{0,9}))$/i;
/** How PHP's maintainers close a pull request by hand; `gh-12` in lower case is an issue, as a rule. */
const CLOSES = /^Closes GH-(?<number>[1-9]\d{0,9})\.?$/;

/** Whether a message may have a number outside its subject. */
export function mayHaveTrailer(body: string): boolean {
  return /^(?:pr-|pull[ -]|reviewed-on:|merged-from:|Closes GH-)/im.test(body);
}

/** The pull request of the project that a line at the body's left margin names as the commit's. */
export function numberInTrailers(body: readonly string[], project: OwnRepository): number | null {
  for (const pattern of [TRAILER, CLOSES]) {
    for (const line of body) {
      const { url, number } = pattern.exec(line.trimEnd())?.groups ?? {};
      if (number !== undefined) return Number(number);
      const item = url === undefined ? null : itemAt(url, project.server);
      const isOwn = item?.repository.toLowerCase() === project.repository.toLowerCase();
      if (item?.kind === 'pull' && isOwn) return item.number;
    }
  }
  return null;
}
