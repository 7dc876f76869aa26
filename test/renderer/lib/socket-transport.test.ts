// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { socketTransport } from '../../../renderer/lib/socket-transport.ts';
import type { Link } from '../../../renderer/lib/transport.ts';

/** A WebSocket that a test opens, answers and breaks. */
class FakeSocket {
  static OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  sent: { id: number; name: string; input: unknown }[] = [];
  onopen = () => {};
  onclose = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  url: string;
  protocols: string[];
  constructor(url: URL, protocols: string[]) {
    this.url = url.href;
    this.protocols = protocols;
    FakeSocket.made.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  open() {
    this.readyState = 1;
    this.onopen();
  }
  close() {
    this.readyState = 3;
    this.onclose();
  }
  hear(message: unknown) {
    this.onmessage({ data: JSON.stringify(message) });
  }
}

let storage: Record<string, string> = {};
/** What the host answers to HTTP; refuses the connection where there is none. */
let answer: ((url: URL, init: RequestInit) => Response) | undefined;
const last = () => FakeSocket.made.at(-1) as FakeSocket;

function start() {
  const links: Link[] = [];
  const events: unknown[] = [];
  const transport = socketTransport('http://127.0.0.1:4000/studio/', { getItem: (name) => storage[name] ?? null });
  transport.start({ link: (link) => links.push(link), event: (event) => events.push(event) });
  return { transport, links, events };
}

beforeEach(() => {
  FakeSocket.made = [];
  storage = { 'aesop.page': 'secret' };
  answer = undefined;
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    if (!answer) throw new TypeError('refused');
    return answer(url, init);
  });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('socketTransport', () => {
  test('answers find their requests in any order; events are heard', async () => {
    const { transport, events } = start();
    expect(last().url).toBe('ws://127.0.0.1:4000/studio/socket');
    last().open();
    const first = transport.request('studio.state', {});
    const second = transport.request('log.read', { lines: 10 });
    const [a, b] = last().sent;
    last().hear({ id: b.id, ok: true, output: { lines: [] } });
    last().hear({ event: 'runs.removed', payload: { id: 'x' } });
    last().hear({ id: a.id, ok: false, error: { code: 'internal', message: '', hint: '', values: {}, detail: '' } });
    expect(await second).toEqual({ ok: true, output: { lines: [] } });
    expect(await first).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(events).toEqual([{ event: 'runs.removed', payload: { id: 'x' } }]);
  });

  test('a broken line fails what is under way and is tried again with growing pauses', async () => {
    const { transport, links } = start();
    last().open();
    const request = transport.request('studio.state', {});
    last().close();
    expect(await request).toMatchObject({ ok: false, error: { code: 'connection-lost' } });
    expect(await transport.request('studio.state', {})).toMatchObject({ error: { code: 'connection-lost' } });
    vi.advanceTimersByTime(250);
    expect(FakeSocket.made).toHaveLength(2);
    last().close();
    vi.advanceTimersByTime(499);
    expect(FakeSocket.made).toHaveLength(2);
    vi.advanceTimersByTime(1);
    last().open();
    expect(links).toEqual(['connecting', 'up', 'lost', 'lost', 'up']);
  });

  test('the key goes with the socket and with uploads, as the storage has it at that moment', async () => {
    const { transport } = start();
    expect(last().protocols).toEqual(['aesop', 'aesop.secret']);
    last().close();
    storage['aesop.page'] = 'newer';
    vi.advanceTimersByTime(250);
    expect(last().protocols).toEqual(['aesop', 'aesop.newer']);
    let sent: unknown;
    answer = (_url, { headers }) => {
      sent = headers;
      return Response.json({ ok: true, output: { file: 'file_abc', name: 'a', bytes: 1 } });
    };
    expect(await transport.grant(new File(['a'], 'a'))).toMatchObject({ ok: true });
    expect(sent).toMatchObject({ 'x-aesop-page': 'newer' });
  });

  test('a host that does not know the page is told from one that is not there', async () => {
    const { links, transport } = start();
    answer = () => new Response('Open the newest address', { status: 401 });
    last().close();
    await vi.waitFor(() => expect(links).toEqual(['connecting', 'lost', 'refused']));
    expect(await transport.grant(new File(['a'], 'a'))).toMatchObject({ error: { code: 'key-refused' } });
    vi.advanceTimersByTime(250);
    last().close();
    await vi.advanceTimersByTimeAsync(0);
    expect(links, 'said once').toHaveLength(3);
    answer = undefined;
    vi.advanceTimersByTime(500);
    last().close();
    await vi.waitFor(() => expect(links.at(-1)).toBe('lost'));
    vi.advanceTimersByTime(1000);
    last().open();
    expect(links.at(-1)).toBe('up');
  });

  test('what no message can hold is refused in words, and the line stays', async () => {
    const { transport } = start();
    last().open();
    const text = '兔'.repeat(17_000_000);
    expect(await transport.request('corpora.paste', { name: 'a', text })).toMatchObject({
      error: { code: 'message-too-large', values: { limit: 48 } },
    });
    expect(last().sent).toEqual([]);
  });

  test('once stopped it stays away', () => {
    const { transport } = start();
    last().open();
    transport.stop();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
  });

  test('downloads have an address under the page', () => {
    expect(start().transport.download('file_abc')).toBe('http://127.0.0.1:4000/studio/files/file_abc');
  });
});
