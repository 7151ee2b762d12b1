import { fstatSync, writeSync } from 'node:fs';
import { errorCode } from '../../files/error-code.ts';
import type { Output } from '../environment.ts';

/**
 * Standard output or standard error. Files and pipes are written to at once: Node's streams take a while
 * to load, and cut a text where a disk is full, without an error. For anything else, like a terminal, it
 * is Node's stream.
 *
 * @param stream Node's own, which is made when it is first read
 * @param lose called with the error of each text that could not be written
 */
export function standardOutput(
  descriptor: 1 | 2,
  stream: () => NodeJS.WriteStream,
  lose: (error: unknown) => void,
): Output {
  const listenedTo = (): NodeJS.WriteStream => stream().on('error', lose);
  if (!isWrittenAtOnce(descriptor)) return listenedTo();
  let instead: NodeJS.WriteStream | null = null;
  return {
    write(text) {
      let left = Buffer.from(text);
      try {
        while (!instead && left.length > 0) left = left.subarray(writeSync(descriptor, left));
      } catch (error) {
        // Another program has made the pipe one that does not wait; a stream can.
        if (errorCode(error) === 'EAGAIN') instead = listenedTo();
        else lose(error);
      }
      instead?.write(left);
    },
  };
}

function isWrittenAtOnce(descriptor: number): boolean {
  try {
    const kind = fstatSync(descriptor);
    return kind.isFile() || kind.isFIFO() || kind.isSocket();
  } catch (error) {
    if (errorCode(error) === 'EBADF') return false;
    throw error;
  }
}
