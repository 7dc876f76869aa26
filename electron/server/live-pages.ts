import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { EVENTS, type EventName } from '../contract/studio.ts';
import { WIRE_PATHS } from '../contract/wire.ts';
import type { Answerer } from '../studio/answer.ts';
import type { Studio } from '../studio/index.ts';
import type { Guard } from './guard.ts';
import { PageSocket } from './socket.ts';

/** Time between two pings that find out which pages are gone. */
const PING_INTERVAL = 30_000;

/** Longest message of a page: a pasted text of 20 million characters, each up to 4 bytes. */
const MESSAGE_LIMIT = 96 * 1024 ** 2;

/** The pages that are open now: each asks over a socket of its own, all hear what happens in the studio. */
export class LivePages {
  readonly #wire = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT, perMessageDeflate: false });
  readonly #sockets = new Set<PageSocket>();
  readonly #subscriptions: (() => void)[];
  readonly #pings = setInterval(() => this.#sockets.forEach((page) => page.ping()), PING_INTERVAL);

  constructor(server: Server, studio: Studio, guard: Guard, answer: Answerer) {
    this.#pings.unref();
    this.#subscriptions = (Object.keys(EVENTS) as EventName[]).map((event) =>
      studio.on(event, (payload) => this.#send(event, payload)),
    );
    server.on('upgrade', (request, socket, head) => {
      const { pathname } = new URL(request.url ?? '/', 'http://studio');
      const refusal = guard.check(request, { origin: true });
      if (refusal || pathname !== `/${WIRE_PATHS.socket}`)
        return socket.end(`HTTP/1.1 ${refusal?.status ?? 404} Refused\r\nconnection: close\r\n\r\n`);
      this.#wire.handleUpgrade(request, socket, head, (opened) => {
        const page = new PageSocket(opened, answer);
        this.#sockets.add(page);
        opened.on('close', () => this.#sockets.delete(page));
      });
    });
  }

  /** bytes waiting to be read, over all pages */
  get waiting(): number {
    return [...this.#sockets].reduce((sum, page) => sum + page.waiting, 0);
  }

  #send(event: EventName, payload: unknown) {
    if (this.#sockets.size === 0) return;
    const text = JSON.stringify({ event, payload });
    for (const page of this.#sockets) page.send(event, text);
  }

  close() {
    clearInterval(this.#pings);
    this.#subscriptions.forEach((end) => end());
    for (const client of this.#wire.clients) client.terminate();
  }
}
