import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { AesopError } from '../contract/errors.ts';
import type { HostEventPayload } from '../contract/host.ts';
import type { Language } from '../contract/languages.ts';
import type { Message } from '../contract/message.ts';
import { terminalMessage } from '../messages/terminal.ts';
import { createAnswerer } from '../studio/answer.ts';
import type { Studio } from '../studio/index.ts';
import { Answers } from './answers.ts';
import { Guard } from './guard.ts';
import { browserHost } from './host.ts';
import { LivePages } from './live-pages.ts';
import { createRoutes } from './routes.ts';
import { Uploads } from './uploads.ts';
import { loadVoices } from './voices.ts';

export interface ServerOptions {
  readonly studio: Studio;
  /** folder of the built pages */
  readonly pages: string;
  /** folder for what pages send, emptied when the server closes */
  readonly temporary: string;
  readonly version: string;
  /** of plain answers to whoever asks for none; English */
  readonly language?: Language;
  readonly host?: string;
  /** 0: any free one */
  readonly port?: number;
  /** listen beyond this machine */
  readonly allowRemote?: boolean;
  /** bytes of the largest upload */
  readonly uploadLimit?: number;
  /** milliseconds after which a connection on which nothing moves is let go; five minutes */
  readonly idleLimit?: number;
  /** files that the first page that comes is handed, as one of the desktop is those opened with the program */
  readonly opened?: HostEventPayload<'host.opened'>;
  /** called with the next address when one was used */
  onVisit?(next: string): void;
}

export interface RunningServer {
  /** address with the token that lets the next browser in: whoever knows it has the studio. Each is good once. */
  readonly url: string;
  readonly port: number;
  /** bytes waiting to be read, over all pages */
  waiting(): number;
  close(): Promise<void>;
}

/** Time for the head of a request, milliseconds. Its body may take as long as its line needs. */
const HEAD_LIMIT = 60_000;
const IDLE_LIMIT = 5 * 60_000;

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** Which answer a client gets that speaks no HTTP, by what Node calls its fault. */
const UNREADABLE: Readonly<Record<string, [status: number, said: Message]>> = {
  HPE_HEADER_OVERFLOW: [431, terminalMessage('server.headTooLong')],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, terminalMessage('server.tooLong')],
  ERR_HTTP_REQUEST_TIMEOUT: [408, terminalMessage('server.tooSlow')],
};
const NO_REQUEST = [400, terminalMessage('server.noRequest')] as const;

/**
 * Every socket is listened to from its first moment, also once it is no longer HTTP's: one that breaks ends alone.
 * @returns ends all that are open
 */
function watchSockets(server: Server, answers: Answers, idleLimit: number): () => void {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  const answering = new WeakSet<Duplex>();
  server.on('request', ({ socket }, response) => {
    answering.add(socket);
    response.on('close', () => answering.delete(socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const [status, said] = UNREADABLE[error.code ?? ''] ?? NO_REQUEST;
    // Nobody reads it, or it would land in the midst of the answer before.
    if (error.code === 'ECONNRESET' || answering.has(socket)) socket.destroy();
    else answers.end(socket, status, said);
  });
  server.setTimeout(idleLimit);
  return () => sockets.forEach((socket) => socket.destroy());
}

/** Listens. @throws AesopError `port-taken`, `address-unusable` */
async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(void server.off('error', reject)));
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new AesopError('port-taken', { port: String(port) });
    throw new AesopError('address-unusable', { host, port: String(port), code: error.code ?? '?' }, error.message);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/**
 * Serves the studio to browsers on this machine. Nothing that a client sends, or leaves off, ends the server.
 * @throws AesopError `remote-not-allowed` for another address than loopback without `allowRemote`; `port-taken`;
 *   `address-unusable`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { studio, pages, language = 'en', host = '127.0.0.1', port = 0, idleLimit = IDLE_LIMIT, onVisit } = options;
  if (!isLoopback(host) && !options.allowRemote) throw new AesopError('remote-not-allowed', { host });
  const answers = new Answers(await loadVoices(language));
  const guard = new Guard(host);
  const uploads = new Uploads(studio, options.temporary, options.uploadLimit);
  const limits = { requestTimeout: 0, headersTimeout: HEAD_LIMIT };
  const address = () => `http://${host.includes(':') ? `[${host}]` : host}:${actual}/?token=${guard.token}`;
  const routes = createRoutes({ studio, pages, guard, uploads, answers, onVisit: () => onVisit?.(address()) });
  const server = createServer(limits, routes);
  const endAll = watchSockets(server, answers, idleLimit);
  const actual = await listen(server, host, port);
  guard.listen(actual);
  // Such as no handle left for one more socket: the others go on.
  server.on('error', (thrown) => studio.log.failure('server', thrown));
  const answer = createAnswerer(studio, browserHost(options.version, studio));
  const { opened } = options;
  const live = new LivePages(server, { studio, guard, answer, answers, opened, onDeserted: () => uploads.clear() });

  return {
    get url() {
      return address();
    },
    port: actual,
    waiting: () => live.waiting,
    close: async () => {
      live.close();
      const closed = new Promise((resolve) => server.close(resolve));
      endAll();
      await closed;
      await uploads.close();
    },
  };
}
