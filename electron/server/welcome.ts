import type { ServerResponse } from 'node:http';
import { PAGE_KEY } from '../contract/wire.ts';
import type { Guard } from './guard.ts';

const SCRIPT = `
const { content } = document.querySelector('meta[name="${PAGE_KEY.storage}"]');
try {
  localStorage.setItem('${PAGE_KEY.storage}', content);
} finally {
  location.replace('./');
}
`;

/** Path of the welcome's script, which holds no secret. */
export const WELCOME_SCRIPT = '/welcome.js';

export function sendWelcomeScript(response: ServerResponse): void {
  response
    .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
    .end(SCRIPT);
}

/**
 * The answer to the right token: a document that lays the page's key where only pages of this very address can read it,
 * and goes on to the page by itself. A redirect would still count as part of the visit from another place, and the
 * strict cookie would not come along.
 */
export function sendWelcome(response: ServerResponse, guard: Guard): void {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'set-cookie': guard.cookieHeader,
    })
    .end(
      `<!doctype html><title>Aesop</title><link rel="icon" href="data:,">` +
        `<meta name="${PAGE_KEY.storage}" content="${guard.pageKey}"><script src=".${WELCOME_SCRIPT}"></script>\n`,
    );
}
