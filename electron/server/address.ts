import type { IncomingMessage } from 'node:http';

/**
 * Where a request goes: path and query under a made-up host. Everything here asks for it this way, and never reads
 * `request.url` itself: what a socket sends may be no address at all.
 * @returns undefined where it is none: a whole URL as for a proxy, `*`, or what no URL can hold
 */
export function requestAddress({ url = '' }: Pick<IncomingMessage, 'url'>): URL | undefined {
  if (!url.startsWith('/')) return undefined;
  try {
    // Glued, not resolved: “//name” would be read as another host.
    return new URL(`http://studio${url}`);
  } catch {
    return undefined;
  }
}
