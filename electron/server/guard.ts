import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Why a request is refused; undefined where it may pass. */
export type Refusal = { status: 401 | 403; reason: string } | undefined;

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

function sameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieValue(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value;
  }
}

/**
 * Lets in only the page that this server gave out itself. A token in the address proves the person at the terminal and
 * becomes a cookie; Host is checked against DNS rebinding, Origin against pages of other sites.
 */
export class Guard {
  readonly token = randomBytes(24).toString('base64url');
  readonly #session = randomBytes(24).toString('base64url');
  readonly #host: string;
  #port = 0;

  /** @param host address that the server listens on */
  constructor(host: string) {
    this.#host = host;
  }

  /** Cookies know no ports: the name carries it, so that two studios do not log each other out. */
  get #cookie() {
    return `aesop_${this.#port}`;
  }

  /** The port is known only once the server listens. */
  listen(port: number): void {
    this.#port = port;
  }

  /** `Set-Cookie` for a page that brought the right token. */
  get cookieHeader(): string {
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** True where the address carries the token. */
  hasToken(url: URL): boolean {
    return sameSecret(url.searchParams.get('token') ?? '', this.token);
  }

  /** Checks the Host header alone, which every request must pass, also the first. */
  checkHost(request: IncomingMessage): Refusal {
    const host = request.headers.host ?? '';
    const name = host.replace(/:\d+$/, '').toLowerCase();
    const port = Number(/:(\d+)$/.exec(host)?.[1] ?? 80);
    const remote = !LOOPBACK_NAMES.includes(this.#host) && this.#host !== '::1';
    const known = LOOPBACK_NAMES.includes(name) || (remote && this.#isOwnName(name));
    return known && port === this.#port ? undefined : { status: 403, reason: `Host “${host}” is not this studio.` };
  }

  // A rebinding page comes under a name of its own; an address typed as numbers cannot be rebound.
  #isOwnName(name: string): boolean {
    const bare = name.replace(/^\[|\]$/g, '');
    return isIP(bare) !== 0 || bare === this.#host.toLowerCase() || bare === hostname().toLowerCase();
  }

  /** Checks Host, cookie and, for whatever changes something or opens a socket, Origin. */
  check(request: IncomingMessage, { origin }: { origin: boolean }): Refusal {
    const refusal = this.checkHost(request);
    if (refusal) return refusal;
    if (origin && request.headers.origin !== `http://${request.headers.host}`)
      return { status: 403, reason: 'The request comes from another site.' };
    if (!sameSecret(cookieValue(request, this.#cookie) ?? '', this.#session))
      return { status: 401, reason: 'Open the address that Aesop printed: it holds the key to this studio.' };
  }
}
