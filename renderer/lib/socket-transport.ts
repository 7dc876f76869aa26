import { AesopError, toPlainError } from '../../electron/contract/errors.ts';
import {
  MESSAGE_LIMIT,
  PAGE_KEY,
  WIRE_PATHS,
  type WireAnswer,
  type WireEvent,
  type WireRequest,
  type WireResult,
} from '../../electron/contract/wire.ts';
import type { Link, Transport, TransportListener } from './transport.ts';

const FIRST_DELAY = 250;
const LONGEST_DELAY = 5000;

const lost = (): WireResult => ({ ok: false, error: toPlainError(new AesopError('connection-lost')) });
const refused = (): WireResult => ({ ok: false, error: toPlainError(new AesopError('key-refused')) });
const tooLarge = (): WireResult => ({
  ok: false,
  error: toPlainError(new AesopError('message-too-large', { limit: MESSAGE_LIMIT / 1024 ** 2 })),
});

const MOST_BYTES = 3;
/** Whether a text has more bytes in UTF-8 than one message may; counted only where it is long enough for it. */
const isTooLarge = (text: string) => text.length * MOST_BYTES > MESSAGE_LIMIT && new Blob([text]).size > MESSAGE_LIMIT;

/**
 * The way over a WebSocket to the server that gave the page, tried again with growing pauses when it breaks. Requests
 * under way then fail with `connection-lost`; none is sent twice.
 * @param base address of the page, ending in a slash
 * @param storage where the welcome laid the page's key; read at every try, for a new welcome may come in another tab
 */
export function socketTransport(base: string, storage: Pick<Storage, 'getItem'> = localStorage): Transport {
  const key = () => storage.getItem(PAGE_KEY.storage) ?? '';
  const waiting = new Map<number, (result: WireResult) => void>();
  let listener: TransportListener | undefined;
  let socket: WebSocket | undefined;
  let nextId = 0;
  let delay = FIRST_DELAY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let link: Link = 'connecting';

  function dropAll(): void {
    for (const resolve of waiting.values()) resolve(lost());
    waiting.clear();
  }

  function hear(text: string): void {
    const message = JSON.parse(text) as WireAnswer | WireEvent;
    if ('event' in message) {
      listener?.event(message);
      return;
    }
    const { id, ...result } = message;
    waiting.get(id)?.(result);
    waiting.delete(id);
  }

  function tell(next: Link): void {
    link = next;
    listener?.link(next);
  }

  /** Tells a host that is not there from one that does not know this page: a WebSocket that was refused says neither. */
  async function findOut(): Promise<void> {
    const headers = { [PAGE_KEY.header]: key() };
    const status = await fetch(new URL(WIRE_PATHS.socket, base), { headers }).then(
      (response) => response.status,
      () => 0,
    );
    const found = status === 401 ? 'refused' : 'lost';
    if (!stopped && link !== 'up' && link !== found) tell(found);
  }

  function open(): void {
    const address = new URL(WIRE_PATHS.socket, base);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(address, [PAGE_KEY.protocol, PAGE_KEY.protocolPrefix + key()]);
    socket.onopen = () => {
      delay = FIRST_DELAY;
      tell('up');
    };
    socket.onmessage = ({ data }) => hear(String(data));
    socket.onclose = () => {
      dropAll();
      if (stopped) return;
      if (link !== 'refused') tell('lost');
      void findOut();
      timer = setTimeout(open, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    };
  }

  async function upload(file: File): Promise<WireResult> {
    const address = new URL(WIRE_PATHS.files, base);
    address.searchParams.set('name', file.name);
    try {
      const headers = { 'content-type': 'application/octet-stream', [PAGE_KEY.header]: key() };
      const response = await fetch(address, { method: 'POST', body: file, headers });
      if (response.status === 401) return refused();
      return (await response.json()) as WireResult;
    } catch {
      return lost();
    }
  }

  return {
    request(name, input) {
      if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(lost());
      const message: WireRequest = { id: nextId++, name, input };
      const text = JSON.stringify(message);
      if (isTooLarge(text)) return Promise.resolve(tooLarge());
      return new Promise((resolve) => {
        waiting.set(message.id, resolve);
        socket?.send(text);
      });
    },
    grant: upload,
    download: (token) => new URL(`${WIRE_PATHS.files}/${token}`, base).href,
    start(next) {
      listener = next;
      tell('connecting');
      open();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
