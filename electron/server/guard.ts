import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { Message } from '../contract/message.ts';
import { PAGE_KEY } from '../contract/wire.ts';
import { terminalMessage } from '../messages/terminal.ts';

/** Why a request is refused; undefined where it may pass. */
export type Refusal = { status: 401 | 403; reason: Message } | undefined;

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const NO_KEY: Refusal = { status: 401, reason: terminalMessage('server.noKey') };
const OTHER_SITE: Refusal = { status: 403, reason: terminalMessage('server.otherSite') };

const newSecret = () => randomBytes(24).toString('base64url');

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

/** The page's key, as `fetch` sends it or, where a WebSocket is asked for, among its protocols. */
function pageKeyOf({ headers }: IncomingMessage): string {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  const carrier = protocols.find((protocol) => protocol.startsWith(PAGE_KEY.protocolPrefix));
  return carrier?.slice(PAGE_KEY.protocolPrefix.length) ?? String(headers[PAGE_KEY.header] ?? '');
}

/** A person's visit: not a look ahead of the browser or a frame of some page, which would use the token up unseen. */
function isVisit({ method, headers }: IncomingMessage): boolean {
  const purpose = `${String(headers['sec-purpose'] ?? '')} ${String(headers.purpose ?? '')}`;
  const destination = headers['sec-fetch-dest'] ?? 'document';
  return method === 'GET' && destination === 'document' && !purpose.includes('prefetch');
}

/** What a request must prove beside its cookie. */
interface Demands {
  /** that it comes from a page of this address: for whatever changes something or opens a socket */
  origin: boolean;
  /** that its page holds the key: for all but the files of the page itself, which are no secret */
  key: boolean;
}

/**
 * Lets in only the page that this server gave out itself. A token in the address, good once, proves the person at the
 * terminal. It becomes a cookie, and a key that the page keeps: browsers send cookies to every port of a host, so whoever
 * listens on another one learns the cookie, but never the key. Host is checked against DNS rebinding, Origin against
 * pages of other sites.
 */
export class Guard {
  /** what the page must send with whatever it asks, beside the cookie */
  readonly pageKey = newSecret();
  readonly #session = newSecret();
  readonly #host: string;
  #token = newSecret();
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

  /** What the next visit must bring; another one once it did. */
  get token(): string {
    return this.#token;
  }

  /** `Set-Cookie` for a page that brought the right token. */
  get cookieHeader(): string {
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** True where a visit brings the token, which is then used up. */
  takeToken(request: IncomingMessage, address: URL): boolean {
    const given = address.searchParams.get('token') ?? '';
    if (!isVisit(request) || !sameSecret(given, this.#token)) return false;
    this.#token = newSecret();
    return true;
  }

  /** Checks the Host header alone, which every request must pass, also the first. */
  checkHost(request: IncomingMessage): Refusal {
    const host = request.headers.host ?? '';
    const name = host.replace(/:\d+$/, '').toLowerCase();
    const port = Number(/:(\d+)$/.exec(host)?.[1] ?? 80);
    const remote = !LOOPBACK_NAMES.includes(this.#host) && this.#host !== '::1';
    const known = LOOPBACK_NAMES.includes(name) || (remote && this.#isOwnName(name));
    if (known && port === this.#port) return undefined;
    return { status: 403, reason: terminalMessage('server.otherHost', { host }) };
  }

  // A rebinding page comes under a name of its own; an address typed as numbers cannot be rebound.
  #isOwnName(name: string): boolean {
    const bare = name.replace(/^\[|\]$/g, '');
    return isIP(bare) !== 0 || bare === this.#host.toLowerCase() || bare === hostname().toLowerCase();
  }

  /** Checks Host and cookie, and what else is demanded. */
  check(request: IncomingMessage, { origin, key }: Demands): Refusal {
    const refusal = this.checkHost(request);
    if (refusal) return refusal;
    if (origin && request.headers.origin !== `http://${request.headers.host}`) return OTHER_SITE;
    if (!sameSecret(cookieValue(request, this.#cookie) ?? '', this.#session)) return NO_KEY;
    if (key && !sameSecret(pageKeyOf(request), this.pageKey)) return NO_KEY;
  }
}
