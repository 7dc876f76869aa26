import { AesopError, toPlainError } from '../../electron/contract/errors.ts';
import {
  WIRE_PATHS,
  type WireAnswer,
  type WireEvent,
  type WireRequest,
  type WireResult,
} from '../../electron/contract/wire.ts';
import type { Transport, TransportListener } from './transport.ts';

const FIRST_DELAY = 250;
const LONGEST_DELAY = 5000;

const lost = (): WireResult => ({ ok: false, error: toPlainError(new AesopError('connection-lost')) });

/**
 * The way over a WebSocket to the server that gave the page, tried again with growing pauses when it breaks. Requests
 * under way then fail with `connection-lost`; none is sent twice.
 * @param base address of the page, ending in a slash
 */
export function socketTransport(base: string): Transport {
  const waiting = new Map<number, (result: WireResult) => void>();
  let listener: TransportListener | undefined;
  let socket: WebSocket | undefined;
  let nextId = 0;
  let delay = FIRST_DELAY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

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

  function open(): void {
    const address = new URL(WIRE_PATHS.socket, base);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(address);
    socket.onopen = () => {
      delay = FIRST_DELAY;
      listener?.link('up');
    };
    socket.onmessage = ({ data }) => hear(String(data));
    socket.onclose = () => {
      dropAll();
      if (stopped) return;
      listener?.link('lost');
      timer = setTimeout(open, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    };
  }

  async function upload(file: File): Promise<WireResult> {
    const address = new URL(WIRE_PATHS.files, base);
    address.searchParams.set('name', file.name);
    try {
      const headers = { 'content-type': 'application/octet-stream' };
      const response = await fetch(address, { method: 'POST', body: file, headers });
      return (await response.json()) as WireResult;
    } catch {
      return lost();
    }
  }

  return {
    request(name, input) {
      if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(lost());
      const message: WireRequest = { id: nextId++, name, input };
      return new Promise((resolve) => {
        waiting.set(message.id, resolve);
        socket?.send(JSON.stringify(message));
      });
    },
    grant: upload,
    download: (token) => new URL(`${WIRE_PATHS.files}/${token}`, base).href,
    start(next) {
      listener = next;
      listener.link('connecting');
      open();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
