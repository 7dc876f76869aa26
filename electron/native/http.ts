import { EnvHttpProxyAgent, fetch, type Response } from 'undici';
import about from '../../package.json' with { type: 'json' };

/** Milliseconds that a server may be silent. */
const PATIENCE = 30_000;

let agent: EnvHttpProxyAgent | undefined;

/** Honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY, which Node's own fetch does from version 24 on. */
const throughProxy = () =>
  (agent ??= new EnvHttpProxyAgent({
    headersTimeout: PATIENCE,
    bodyTimeout: PATIENCE,
    connect: { timeout: PATIENCE },
  }));

/** An address as it may be shown: without the name and password of a mirror. */
export function shownAddress(address: string): string {
  const url = new URL(address);
  url.username = url.password = '';
  return url.href;
}

/** Asks for an address; a name and password in it are sent as such. */
export function request(address: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const url = new URL(address);
  const { username, password } = url;
  url.username = url.password = '';
  const login = [username, password].map(decodeURIComponent).join(':');
  const known = username === '' ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` };
  return fetch(url, {
    dispatcher: throughProxy(),
    headers: { 'user-agent': `Aesop/${about.version}`, ...known, ...headers },
    signal,
  });
}
