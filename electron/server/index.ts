import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { AesopError } from '../contract/errors.ts';
import { WIRE_PATHS } from '../contract/wire.ts';
import { createAnswerer } from '../studio/answer.ts';
import type { Studio } from '../studio/index.ts';
import { Guard, type Refusal } from './guard.ts';
import { browserHost } from './host.ts';
import { LivePages } from './live-pages.ts';
import { SAFE_HEADERS, sendText, sendWelcome, servePages } from './pages.ts';
import { receiveFile, sendFile } from './transfers.ts';
import { Uploads } from './uploads.ts';

export interface ServerOptions {
  readonly studio: Studio;
  /** folder of the built pages */
  readonly pages: string;
  /** folder for what pages send, emptied when the server closes */
  readonly temporary: string;
  readonly version: string;
  readonly host?: string;
  /** 0: any free one */
  readonly port?: number;
  /** listen beyond this machine */
  readonly allowRemote?: boolean;
  /** bytes of the largest upload */
  readonly uploadLimit?: number;
}

export interface RunningServer {
  /** address with the token: whoever knows it has the studio */
  readonly url: string;
  readonly port: number;
  /** bytes waiting to be read, over all pages */
  waiting(): number;
  close(): Promise<void>;
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** What is asked for over HTTP: the welcome with its token, files in both directions, the pages; each guarded. */
function createRoutes(options: ServerOptions, guard: Guard, uploads: Uploads) {
  const pages = servePages(options.pages);
  const files = `/${WIRE_PATHS.files}`;
  const refuse = (response: ServerResponse, refusal: Refusal) => {
    if (refusal) sendText(response, refusal.status, refusal.reason);
    return refusal !== undefined;
  };

  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    const url = new URL(request.url ?? '/', 'http://studio');
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (request.method === 'GET' && url.pathname === '/' && guard.hasToken(url)) {
      if (!refuse(response, guard.checkHost(request))) sendWelcome(response, guard.cookieHeader);
      return;
    }
    if (refuse(response, guard.check(request, { origin: !reads }))) return;
    if (request.method === 'POST' && url.pathname === files) void receiveFile(uploads, request, response, url);
    else if (!reads) sendText(response, 405, 'Only GET is known here.');
    else if (url.pathname.startsWith(`${files}/`))
      void sendFile(options.studio, response, url.pathname.slice(files.length + 1));
    else pages(request, response);
  };
}

/**
 * Serves the studio to browsers on this machine.
 * @throws AesopError `remote-not-allowed` for another address than loopback without `allowRemote`; `port-taken`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { studio, host = '127.0.0.1', port = 0 } = options;
  if (!isLoopback(host) && !options.allowRemote) throw new AesopError('remote-not-allowed', { host });
  const guard = new Guard(host);
  const uploads = new Uploads(studio, options.temporary, options.uploadLimit);
  const server = createServer(createRoutes(options, guard, uploads));
  const live = new LivePages(server, studio, guard, createAnswerer(studio, browserHost(options.version)));

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      live.close();
      reject(error.code === 'EADDRINUSE' ? new AesopError('port-taken', { port }) : error);
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  guard.listen(actual);

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/?token=${guard.token}`,
    port: actual,
    waiting: () => live.waiting,
    close: async () => {
      live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await uploads.close();
    },
  };
}
