import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openServer } from './open-server.ts';
import { sendRaw } from './raw.ts';

let open: Awaited<ReturnType<typeof openServer>>;
const unforeseen: unknown[] = [];
const note = (thrown: unknown) => void unforeseen.push(thrown);
beforeAll(async () => {
  open = await openServer();
  process.on('uncaughtException', note);
});
afterEach(async () => {
  expect((await open.ask({ headers: { cookie: open.cookie } })).status).toBe(200);
  expect(unforeseen.splice(0)).toEqual([]);
  expect(open.failures.splice(0)).toEqual([]);
});
afterAll(() => {
  process.off('uncaughtException', note);
  return open.close();
});

const UPGRADE =
  'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
const long = 'x'.repeat(64 * 1024);

/** First lines that no browser of ours sends, each with the answer it gets, without a key and with one. */
const LINES: [line: string, stranger: number, page: number][] = [
  ['GET // HTTP/1.1', 401, 404],
  ['GET ///etc/passwd HTTP/1.1', 401, 404],
  ['GET //evil.example/ HTTP/1.1', 401, 404],
  ['GET /\\..\\ HTTP/1.1', 401, 200],
  ['GET http://[ HTTP/1.1', 400, 400],
  ['GET http://127.0.0.1/ HTTP/1.1', 400, 400],
  ['GET http://evil.example/ HTTP/1.1', 400, 400],
  ['GET * HTTP/1.1', 400, 400],
  ['OPTIONS * HTTP/1.1', 400, 400],
  ['GET ? HTTP/1.1', 400, 400],
  ['GET /%00 HTTP/1.1', 401, 404],
  ['GET /%ff%fe%zz HTTP/1.1', 401, 404],
  ['GET /% HTTP/1.1', 401, 404],
  ['GET /?%=%&&=token HTTP/1.1', 401, 200],
  ['GET /?token=%E0%A4%A HTTP/1.1', 401, 302],
  ['GET /files/%2e%2e%2f HTTP/1.1', 401, 404],
  ['GET /assets HTTP/1.1', 401, 404],
  ['GET /\u0001 HTTP/1.1', 400, 400],
  ['GET /\0 HTTP/1.1', 400, 400],
  ['GET /ÿþ HTTP/1.1', 400, 400],
  [`GET /${long} HTTP/1.1`, 431, 431],
  [`GET / HTTP/1.1\r\nx: ${long}`, 431, 431],
  ['GET / HTTP/9.9', 400, 400],
  ['BREW /pot HTTP/1.1', 400, 400],
  ['TRACE / HTTP/1.1', 403, 405],
  ['get / http/1.1', 400, 400],
  ['', 400, 400],
  ['GET / HTTP/1.1\r\ncontent-length: -1', 400, 400],
  ['GET / HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked', 400, 400],
  ['GET / HTTP/1.1\r\nrange: bytes=5-2', 401, 200],
  ['GET / HTTP/1.1\r\nexpect: miracles', 417, 417],
];

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
const ask = (line: string, headers: string) =>
  sendRaw(
    open.server.port,
    Buffer.from(`${line}\r\nhost: ${open.own}\r\nconnection: close\r\n${headers}\r\n`, 'latin1'),
  );
const pageHeaders = () => Object.entries(open.page).map(([name, value]) => `${name}: ${value}\r\n`);

test.each(LINES)('%j is answered, whoever sends it', async (line, stranger, page) => {
  expect([statusOf(await ask(line, '')), statusOf(await ask(line, pageHeaders().join('')))]).toEqual([stranger, page]);
});

test.each(['GET //', 'GET http://[', 'GET *', 'GET /%', 'GET /socket', 'POST /socket', 'GET /elsewhere'])(
  '%s is refused an upgrade, in words',
  async (line) => {
    const answer = await sendRaw(open.server.port, `${line} HTTP/1.1\r\nhost: ${open.own}\r\n${UPGRADE}\r\n`);
    expect([400, 401, 403]).toContain(statusOf(answer));
    expect(answer).toMatch(/content-security-policy: .*\r\n\r\n[A-Z].*\.\n$/s);
  },
);

test('a tunnel is not dug', async () => {
  expect(await ask('CONNECT evil.example:443 HTTP/1.1', '')).toBe('');
});

test('sockets that are refused and hang up first end alone, and none stays', async () => {
  for (let batch = 0; batch < 10; batch++) {
    const sockets = Array.from({ length: 30 }, () => connect(open.server.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.write(`GET /socket HTTP/1.1\r\nhost: ${open.own}\r\n${UPGRADE}\r\n`, () => socket.resetAndDestroy());
    }
    await Promise.all(sockets.map((socket) => socket.closed || once(socket, 'close')));
  }
});

test('the body of a refused request is not waited for', async () => {
  const socket = connect(open.server.port, '127.0.0.1');
  const closed = once(socket, 'close');
  socket.on('error', () => {});
  socket.resume();
  socket.write(`POST /files HTTP/1.1\r\nhost: ${open.own}\r\ncontent-length: 1000000000000\r\n\r\nsome`);
  await closed;
});

test('a handler that fails answers in a sentence, and the log has the rest', async () => {
  const { files, failures } = open;
  const { use } = files;
  files.use = () => Promise.reject(new Error('a mistake of ours'));
  const path = '/files/file_0000000000000000';
  const { status, body } = await open.ask({ path, headers: { cookie: open.cookie } });
  files.use = use;
  expect([status, body]).toEqual([500, expect.stringMatching(/^Something went wrong .*\.\n$/)]);
  expect(failures.splice(0)).toEqual([new Error('a mistake of ours')]);
});
