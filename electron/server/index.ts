import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { WebSocketServer } from 'ws';
import { AesopError, toPlainError } from '../contract/errors.ts';
import { EVENTS, type EventName } from '../contract/studio.ts';
import { downloadSchema, WIRE_PATHS, type WireResult } from '../contract/wire.ts';
import { createAnswerer } from '../studio/answer.ts';
import type { Studio } from '../studio/index.ts';
import { Guard, type Refusal } from './guard.ts';
import { browserHost } from './host.ts';
import { SAFE_HEADERS, sendText, sendWelcome, servePages } from './pages.ts';
import { PageSocket } from './socket.ts';
import { Uploads } from './uploads.ts';

/** Time between two pings that find out which pages are gone. */
const PING_INTERVAL = 30_000;

/** Longest message of a page: a pasted text of 20 million characters, each up to 4 bytes. */
const MESSAGE_LIMIT = 96 * 1024 ** 2;

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

/**
 * Serves the studio to browsers on this machine.
 * @throws AesopError `remote-not-allowed` for another address than loopback without `allowRemote`; `port-taken`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { studio, host = '127.0.0.1', port = 0 } = options;
  if (!isLoopback(host) && !options.allowRemote) throw new AesopError('remote-not-allowed', { host });
  const guard = new Guard(host);
  const uploads = new Uploads(studio, options.temporary, options.uploadLimit);
  const pages = servePages(options.pages);
  const answer = createAnswerer(studio, browserHost(options.version));
  const sockets = new Set<PageSocket>();

  const refuse = (response: ServerResponse, refusal: Refusal) => {
    if (refusal) sendText(response, refusal.status, refusal.reason);
    return refusal !== undefined;
  };
  const receive = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    let result: WireResult;
    try {
      const name = basename((url.searchParams.get('name') ?? '').replaceAll('\\', '/')).slice(0, 200) || 'text';
      result = { ok: true, output: await uploads.receive(request, name) };
    } catch (error) {
      result = { ok: false, error: toPlainError(error) };
    }
    // A body that was not read to its end would be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close');
    response.writeHead(result.ok ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
  const download = async (response: ServerResponse, token: string) => {
    try {
      const path = studio.files.made(downloadSchema.parse(token));
      const { size } = await stat(path);
      const name = encodeURIComponent(basename(path));
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      });
      await pipeline(createReadStream(path), response);
    } catch {
      if (response.headersSent) response.destroy();
      else sendText(response, 404, 'There is no such file.');
    }
  };

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    const url = new URL(request.url ?? '/', 'http://studio');
    const files = `/${WIRE_PATHS.files}`;
    if (request.method === 'GET' && url.pathname === '/' && guard.hasToken(url)) {
      if (!refuse(response, guard.checkHost(request))) sendWelcome(response, guard.cookieHeader);
      return;
    }
    if (refuse(response, guard.check(request, { origin: request.method !== 'GET' && request.method !== 'HEAD' })))
      return;
    if (request.method === 'POST' && url.pathname === files) void receive(request, response, url);
    else if (request.method !== 'GET' && request.method !== 'HEAD') sendText(response, 405, 'Only GET is known here.');
    else if (url.pathname.startsWith(`${files}/`)) void download(response, url.pathname.slice(files.length + 1));
    else pages(request, response);
  });

  const wire = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://studio');
    const refusal = guard.check(request, { origin: true });
    if (refusal || pathname !== `/${WIRE_PATHS.socket}`)
      return socket.end(`HTTP/1.1 ${refusal?.status ?? 404} Refused\r\nconnection: close\r\n\r\n`);
    wire.handleUpgrade(request, socket, head, (opened) => {
      const page = new PageSocket(opened, answer);
      sockets.add(page);
      opened.on('close', () => sockets.delete(page));
    });
  });

  const subscriptions = (Object.keys(EVENTS) as EventName[]).map((event) =>
    studio.on(event, (payload) => {
      if (sockets.size === 0) return;
      const text = JSON.stringify({ event, payload });
      for (const page of sockets) page.send(event, text);
    }),
  );
  const pings = setInterval(() => sockets.forEach((page) => page.ping()), PING_INTERVAL);
  pings.unref();

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new AesopError('port-taken', { port }) : error),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  guard.listen(actual);

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/?token=${guard.token}`,
    port: actual,
    waiting: () => [...sockets].reduce((sum, page) => sum + page.waiting, 0),
    close: async () => {
      clearInterval(pings);
      subscriptions.forEach((end) => end());
      for (const client of wire.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await uploads.close();
    },
  };
}
