import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/**
 * Who may talk to the server: the one browser that opened the address with the token, from a page of the
 * server itself. A name that another site points to 127.0.0.1 has another `Host`, and a page of another
 * site another `Origin`.
 */
export class Guard {
  /** `127.0.0.1:8080` */
  readonly #host: string;
  readonly #session = secret();
  /** Null once it was exchanged for the cookie. */
  #token: string | null = secret();

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
  }

  /** The address to open, which works once. */
  get address(): string {
    return `http://${this.#host}/?token=${this.#token ?? ''}`;
  }

  /** Refuses other hosts, and writes by other pages than those of the server. */
  readonly requests: MiddlewareHandler = async (context, next) => {
    const { req } = context;
    if (req.header('host') !== this.#host) return refuse(context, 'unknown host');
    const site = req.header('sec-fetch-site');
    // A link may lead to the desk from anywhere, like a terminal in a browser.
    const isLink = req.method === 'GET' && req.path === '/';
    if (site !== undefined && !isLink && !['same-origin', 'none'].includes(site))
      return refuse(context, 'asked for by another site');
    if (req.method !== 'GET') {
      if (req.header('origin') !== `http://${this.#host}` || site !== 'same-origin')
        return refuse(context, 'asked for by another site');
      if (req.header('content-type') !== 'application/json') return refuse(context, 'not JSON');
    }
    return next();
  };

  /** Refuses whoever does not have the cookie. */
  readonly session: MiddlewareHandler = async (context, next) => {
    if (!this.isOpenedBy(context))
      return refuse(context, 'not the browser that opened the desk', 401);
    return next();
  };

  isOpenedBy(context: Context): boolean {
    const cookie = getCookie(context, this.#cookie);
    return cookie !== undefined && isSame(cookie, this.#session);
  }

  /** Exchanges the token for the cookie: true when it was the right one. */
  exchange(context: Context, token: string): boolean {
    if (this.#token === null || !isSame(token, this.#token)) return false;
    this.#token = null;
    setCookie(context, this.#cookie, this.#session, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
    return true;
  }

  /** Browsers share cookies between ports. */
  get #cookie(): string {
    return `devreport-${this.#host.split(':')[1] ?? ''}`;
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

/** In constant time. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function refuse(context: Context, message: string, status: 401 | 403 = 403): Response {
  return context.json({ message: `Refused: ${message}.` }, status);
}
