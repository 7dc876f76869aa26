import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { CONTENT_SECURITY_POLICY } from '../contract/wire.ts';

/** Headers of everything this server sends. */
export const SAFE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the built pages; their names carry a hash, all but the document's. */
export function servePages(folder: string): Handler {
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    setHeaders: (response, pathname) => {
      const hashed = pathname.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? 'private, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const missing = (response: ServerResponse) => sendText(response, 404, 'There is no such page.');
  return (request, response) => {
    // A page rebuilt under a running server takes its old files along, and sirv would trip over them. Their names are plain letters.
    const { pathname } = new URL(request.url ?? '/', 'http://studio');
    if (existsSync(join(folder, pathname))) files(request, response, () => missing(response));
    else missing(response);
  };
}

/** A short plain answer. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/**
 * The first answer to the right token: a document that goes on to the page by itself. A redirect would still count as
 * part of the visit from another place, and the strict cookie would not come along.
 */
export function sendWelcome(response: ServerResponse, cookie: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'set-cookie': cookie })
    .end(
      '<!doctype html><title>Aesop</title><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=./">\n',
    );
}
