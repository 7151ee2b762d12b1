import { spawn } from 'node:child_process';

/** The programs that open an address in the user's browser, by platform. */
const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address. Where nothing can, the address that was printed remains. */
export function openBrowser(address: string): void {
  const [program = '', ...options] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...options, address], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
