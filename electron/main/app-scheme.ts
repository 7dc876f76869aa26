import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import { CONTENT_SECURITY_POLICY } from '../contract/wire.ts';
import { isOwnAddress } from './origin.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Must run before the app is ready, and before anything is awaited. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** File of `folder` that an address names; undefined where it leads out of it. */
export function pageFile(folder: string, address: string): string | undefined {
  if (!isOwnAddress(address)) return undefined;
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  const file = join(folder, `.${pathname === '/' ? '/index.html' : pathname}`);
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) || pathname.includes('\0') ? undefined : file;
}

/** Serves the built pages under `app://bundle/`, with the policy on every answer. */
export function serveAppScheme(folder: string): void {
  protocol.handle('app', async ({ url }) => {
    const file = pageFile(folder, url);
    const headers = {
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'content-type': TYPES[extname(file ?? '')] ?? 'application/octet-stream',
    };
    if (file === undefined) return new Response('not allowed', { status: 403, headers });
    try {
      return new Response(await readFile(file), { headers });
    } catch {
      return new Response('not found', { status: 404, headers });
    }
  });
}
