import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { onTestFinished } from 'vitest';

/** The certificate, of an authority that no machine trusts by default. */
export const certificate = join(import.meta.dirname, 'certificate.pem');

/**
 * Puts TLS before a server on loopback, with a certificate for 127.0.0.1.
 *
 * @returns where it is: `https://127.0.0.1:PORT`
 */
export async function behindTls(url: string): Promise<string> {
  const [cert, key] = await Promise.all([
    readFile(certificate),
    readFile(join(import.meta.dirname, 'key.pem')),
  ]);
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer({ cert, key }, (socket) => {
    const target = connect(Number(new URL(url).port), '127.0.0.1');
    for (const end of [socket, target]) {
      sockets.add(end);
      end.on('error', () => {
        socket.destroy();
        target.destroy();
      });
    }
    target.pipe(socket).pipe(target);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
