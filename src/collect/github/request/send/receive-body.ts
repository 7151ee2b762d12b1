import { Failure } from '../failures/failure.ts';

/**
 * The longest body that is read, in bytes after decompression: a page of 100 items with the 65,536
 * characters that GitHub allows each, and all of their lists. A dozen of them at once fit into memory.
 */
const longestBody = 10 * 2 ** 20;
/** Each opens an object or an array, which takes thirty times its length. A page of items has 50,000. */
const mostBrackets = 500_000;

/**
 * The body as text. Stops reading at the limits.
 *
 * @throws {Failure} `oversized`
 * @throws whatever breaks the connection
 */
export async function receiveBody(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let [length, brackets] = [0, 0];
  // Leaving the loop early cancels the rest.
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    length += chunk.length;
    if (length > longestBody) {
      throw new Failure('oversized', `the answer is longer than ${longestBody / 2 ** 20} MiB`);
    }
    brackets += countOf('{', chunk) + countOf('[', chunk);
    if (brackets > mostBrackets) {
      throw new Failure('oversized', `the answer has more than ${mostBrackets} brackets`);
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function countOf(character: string, bytes: Uint8Array): number {
  const code = character.charCodeAt(0);
  let count = 0;
  for (let at = bytes.indexOf(code); at >= 0; at = bytes.indexOf(code, at + 1)) count += 1;
  return count;
}
