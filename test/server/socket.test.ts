import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { AesopError } from '../../electron/contract/errors.ts';
import { openServer } from './open-server.ts';

let open: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  open = await openServer({
    answer: (name, input) => {
      if (name === 'runs.pause') throw new AesopError('run-missing', { id: 'x' });
      if (name === 'log.read') return 'x'.repeat((input as { lines: number }).lines);
      if (name === 'settings.set') return { unsayable: 1n };
      return { name, input };
    },
  });
});
afterAll(() => open.close());

const connect = (headers: Record<string, string> = {}, key = open.key) =>
  new WebSocket(`ws://${open.own}/socket`, ['aesop', `aesop.${key}`], {
    headers: { cookie: open.cookie, origin: `http://${open.own}`, ...headers },
  });
const opened = async () => {
  const socket = connect();
  await once(socket, 'open');
  return socket;
};
const said = async (socket: WebSocket) => JSON.parse(String((await once(socket, 'message'))[0]));
const log = (text: string) => ({ line: { time: '', level: 'info' as const, source: '', text } });

test('a page of another site, a rebound name and a stranger get no socket', async () => {
  const evil = `evil.example:${open.server.port}`;
  const strangers: Record<string, string>[] = [
    { origin: 'http://evil.example' },
    { cookie: '' },
    { host: evil, origin: `http://${evil}` },
  ];
  for (const headers of strangers) {
    const [error] = await once(connect(headers), 'error');
    expect(String(error)).toMatch(/40[13]/);
  }
  const [error] = await once(connect({}, 'guessed'), 'error');
  expect(String(error)).toMatch(/401/);
});

test('the protocol that is spoken does not say the key', async () => {
  const socket = await opened();
  expect(socket.protocol).toBe('aesop');
  socket.close();
});

test('an answer of any size reaches the page that asked, also behind news as large', async () => {
  const socket = await opened();
  const heard: string[] = [];
  const all = new Promise<void>((resolve) =>
    socket.on('message', (data) => {
      const { id, event } = JSON.parse(String(data));
      heard.push(event ?? id);
      if (heard.length === 5) resolve();
    }),
  );
  const [lines, stories] = [20 * 1024 ** 2, 'x'.repeat(12 * 1024 ** 2)];
  socket.pause();
  socket.send(JSON.stringify({ id: 1, name: 'log.read', input: { lines } }));
  socket.send(JSON.stringify({ id: 2, name: 'log.read', input: { lines } }));
  await expect.poll(() => open.server.waiting()).toBeGreaterThan(30 * 1024 ** 2);
  open.emit('runs.removed', { id: 'fable' });
  open.emit('stories.symbols', {
    job: 'job_abcdefgh',
    symbols: [{ id: 1, text: stories, probability: 1, runnersUp: [] }],
  });
  socket.send(JSON.stringify({ id: 3, name: 'studio.state', input: {} }));
  socket.resume();
  await all;
  expect(heard).toEqual([1, 2, 'runs.removed', 'stories.symbols', 3]);
  socket.close();
});

test('a page that asks and never reads costs a bounded sum too', async () => {
  const socket = await opened();
  socket.pause();
  const closed = once(socket, 'close');
  const lines = 40 * 1024 ** 2;
  let most = 0;
  for (let sent = 1; sent <= 7; sent++) {
    socket.send(JSON.stringify({ id: sent, name: 'log.read', input: { lines } }));
    await expect.poll(() => open.server.waiting()).toBeGreaterThan((sent - 1) * lines);
    most = open.server.waiting();
  }
  expect(most).toBeLessThan(300 * 1024 ** 2);
  socket.send(JSON.stringify({ id: 8, name: 'studio.state', input: {} }));
  await expect.poll(() => open.server.waiting()).toBe(0);
  socket.resume();
  await closed;
});

test('an answer that cannot be said is an error of its own request, and is noted', async () => {
  const socket = await opened();
  socket.send(JSON.stringify({ id: 1, name: 'settings.set', input: {} }));
  expect(await said(socket)).toMatchObject({ id: 1, ok: false, error: { code: 'internal' } });
  expect(open.failures.splice(0)).toHaveLength(1);
  socket.close();
});

test('requests are answered by their number, errors as plain errors', async () => {
  const socket = await opened();
  socket.send(JSON.stringify({ id: 7, name: 'studio.state', input: {} }));
  expect(await said(socket)).toEqual({ id: 7, ok: true, output: { name: 'studio.state', input: {} } });
  socket.send(JSON.stringify({ id: 8, name: 'runs.pause', input: { id: 'x' } }));
  expect(await said(socket)).toMatchObject({ id: 8, ok: false, error: { code: 'run-missing' } });
  socket.send(JSON.stringify({ id: 9, name: 'host.chooseTarget', input: { name: 5 } }));
  expect(await said(socket)).toMatchObject({ id: 9, ok: false, error: { code: 'request-malformed' } });
  socket.close();
});

test('what is no request ends the socket', async () => {
  for (const message of [
    '{',
    '{"id":1,"name":"__proto__","input":{}}',
    '{"id":1,"name":"studio.state","input":{},"more":1}',
  ]) {
    const socket = await opened();
    socket.send(message);
    expect((await once(socket, 'close'))[0]).toBe(1008);
  }
});

test('two pages hear the same', async () => {
  const pages = [await opened(), await opened()];
  const heard = Promise.all(pages.map(said));
  open.emit('runs.removed', { id: 'fable' });
  const event = { event: 'runs.removed', payload: { id: 'fable' } };
  expect(await heard).toEqual([event, event]);
  pages.forEach((page) => page.close());
});

test('the first page, and no other, is handed the files that the studio was started with', async () => {
  const file = { file: `file_${'0'.repeat(36)}`, name: 'novel.txt', bytes: 5 };
  const started = await openServer({ opened: { files: [file], found: true }, answer: () => ({}) });
  const page = () =>
    new WebSocket(`ws://${started.own}/socket`, ['aesop', `aesop.${started.key}`], {
      headers: { cookie: started.cookie, origin: `http://${started.own}` },
    });
  const first = page();
  expect(await said(first)).toEqual({ event: 'host.opened', payload: { files: [file], found: true } });
  const second = page();
  await once(second, 'open');
  second.send(JSON.stringify({ id: 1, name: 'studio.state', input: {} }));
  expect(await said(second)).toMatchObject({ id: 1 });
  await started.close();
});

test('a page that does not read costs a bounded sum, and then its socket', async () => {
  const page = await opened();
  page.pause();
  const long = 'x'.repeat(200_000);
  let most = 0;
  for (let sent = 0; sent < 400; sent++) {
    open.emit('log.line', log(long));
    most = Math.max(most, open.server.waiting());
    if (sent % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  // 80 MB of news that the next news replaces: they are left out, the page stays.
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(2_000_000);

  const symbols = [{ id: 1, text: long, probability: 1, runnersUp: [] }];
  for (let sent = 0; sent < 400; sent++) {
    open.emit('stories.symbols', { job: 'job_abcdefgh', symbols });
    most = Math.max(most, open.server.waiting());
  }
  // 80 MB of words that none replaces: the page is let go.
  expect(most).toBeLessThan(10_000_000);
  page.resume();
  await once(page, 'close');
  expect(open.server.waiting()).toBe(0);
});
