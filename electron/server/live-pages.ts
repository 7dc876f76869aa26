import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { HostEventPayload } from '../contract/host.ts';
import { EVENTS, type EventName } from '../contract/studio.ts';
import { MESSAGE_LIMIT, PAGE_KEY, WIRE_PATHS } from '../contract/wire.ts';
import type { Answerer } from '../studio/answer.ts';
import { terminalMessage } from '../messages/terminal.ts';
import type { Studio } from '../studio/index.ts';
import { requestAddress } from './address.ts';
import type { Answers } from './answers.ts';
import type { Guard } from './guard.ts';
import { PageSocket } from './socket.ts';

/** Time between two pings that find out which pages are gone. */
const PING_INTERVAL = 30_000;

/** Time without any page after which none is expected back with what it left. */
const LONG_GONE = 3600e3;

interface LivePagesOptions {
  readonly studio: Studio;
  readonly guard: Guard;
  readonly answer: Answerer;
  /** to what opens no socket */
  readonly answers: Answers;
  /** files for the first page */
  readonly opened?: HostEventPayload<'host.opened'>;
  /** called when every page has been gone for an hour */
  onDeserted(): void;
}

/** The pages that are open now: each asks over a socket of its own, all hear what happens in the studio. */
export class LivePages {
  readonly #options: LivePagesOptions;
  readonly #wire = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    perMessageDeflate: false,
    handleProtocols: (asked) => asked.has(PAGE_KEY.protocol) && PAGE_KEY.protocol,
  });
  readonly #sockets = new Set<PageSocket>();
  readonly #subscriptions: (() => void)[];
  readonly #pings = setInterval(() => this.#sockets.forEach((page) => page.ping()), PING_INTERVAL);
  #deserted: NodeJS.Timeout | undefined;
  #opened: HostEventPayload<'host.opened'> | undefined;

  constructor(server: Server, options: LivePagesOptions) {
    this.#options = options;
    this.#opened = options.opened;
    const { studio } = options;
    this.#pings.unref();
    this.#subscriptions = (Object.keys(EVENTS) as EventName[]).map((event) =>
      studio.on(event, (payload) => this.#send(event, payload)),
    );
    server.on('upgrade', (request, socket, head) => {
      try {
        this.#open(request, socket, head);
      } catch (thrown) {
        studio.log.failure('server', thrown);
        socket.destroy();
      }
    });
  }

  #open(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { guard, answer, answers, studio } = this.#options;
    const address = requestAddress(request);
    if (!address) return answers.end(socket, 400, terminalMessage('server.noAddress'), request);
    const refusal = guard.check(request, { origin: true, key: true });
    if (refusal) return answers.end(socket, refusal.status, refusal.reason, request);
    if (address.pathname !== `/${WIRE_PATHS.socket}`)
      return answers.end(socket, 404, terminalMessage('server.noSocket'), request);
    this.#wire.handleUpgrade(request, socket, head, (opened) => {
      const page = new PageSocket(opened, answer, (thrown) => studio.log.failure('server', thrown));
      clearTimeout(this.#deserted);
      this.#sockets.add(page);
      this.#handOver(page);
      opened.on('close', () => this.#left(page));
    });
  }

  #handOver(page: PageSocket): void {
    const payload = this.#opened;
    if (!payload || payload.files.length === 0) return;
    page.send('host.opened', JSON.stringify({ event: 'host.opened', payload }));
    this.#opened = undefined;
  }

  #left(page: PageSocket): void {
    this.#sockets.delete(page);
    if (this.#sockets.size > 0) return;
    clearTimeout(this.#deserted);
    this.#deserted = setTimeout(this.#options.onDeserted, LONG_GONE).unref();
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
    clearTimeout(this.#deserted);
  }
}
