import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../../electron/engine/random.ts';
import { openServer } from '../server/open-server.ts';
import { HARNESS_TIMEOUT, rounds, type Round } from './rounds.ts';

const COUNT = 4000;
/** Sockets at once. */
const WIDTH = 50;

let open: Awaited<ReturnType<typeof openServer>>;
const unforeseen: unknown[] = [];
const note = (thrown: unknown) => void unforeseen.push(thrown);
beforeAll(async () => {
  open = await openServer({ uploadLimit: 1000 });
  process.on('uncaughtException', note);
});
afterAll(() => void process.off('uncaughtException', note));

const pick = <T>(random: Random, from: readonly T[]): T => from[random.integer(from.length)];
const bytes = (random: Random, most: number) =>
  Array.from({ length: random.integer(most) }, () => String.fromCharCode(random.integer(256))).join('');

const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'CONNECT', 'TRACE', 'get', 'BREW', '', '\0'];
const TARGETS = ['/', '//', '/socket', '/files', '/files?name=a', '/index.html', '/welcome.js', '*', 'http://[', '/%'];
const PIECES = [
  '/',
  '..',
  '%2e',
  '%00',
  '%',
  '?',
  '#',
  '\\',
  ':',
  '@',
  '[',
  ']',
  'files',
  'socket',
  'token=',
  ';',
  ' ',
];
const UPGRADE = ['connection: upgrade', 'upgrade: websocket', 'sec-websocket-version: 13'];

function target(random: Random): string {
  const kind = random.integer(4);
  if (kind === 0) return `/files/file_${bytes(random, 60)}`;
  if (kind === 1) return bytes(random, 80);
  if (kind === 2) return Array.from({ length: random.integer(12) }, () => pick(random, PIECES)).join('');
  return pick(random, TARGETS);
}

function header(random: Random): string {
  const odd = [
    `x: ${'y'.repeat(random.integer(random.integer(20) === 0 ? 70_000 : 50))}`,
    `${bytes(random, 20)}: ${bytes(random, 40)}`,
    `content-length: ${pick(random, ['0', '5', '-1', '1e9', '99999999999999999999', '2000'])}`,
    `transfer-encoding: ${pick(random, ['chunked', 'gzip', 'chunked, chunked'])}`,
    `expect: ${pick(random, ['100-continue', 'more'])}`,
    `range: bytes=${pick(random, ['0-', '5-2', '-', '99999-', 'a-b'])}`,
    `sec-websocket-key: ${pick(random, ['dGhlIHNhbXBsZSBub25jZQ==', 'short', ''])}`,
    `sec-websocket-protocol: ${pick(random, ['aesop', `aesop, aesop.${open.key}`, ',,', ';'])}`,
    `cookie: ${pick(random, ['=', ';;', 'aesop_1=2; aesop_1', bytes(random, 30)])}`,
    `connection: ${pick(random, ['close', 'keep-alive', 'upgrade', 'x'])}`,
  ];
  return pick(random, odd);
}

/** What one socket sends: mostly nearly a request, at times one with the right key. */
function request(random: Random): string {
  const headers = Array.from({ length: random.integer(5) }, () => header(random));
  if (random.integer(3) > 0) headers.push(`host: ${pick(random, [open.own, open.own, 'evil.example', ''])}`);
  if (random.integer(3) === 0) headers.push(...UPGRADE);
  if (random.integer(3) === 0) headers.push(...Object.entries(open.page).map(([name, value]) => `${name}: ${value}`));
  const version = pick(random, ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', '']);
  const body = random.integer(3) === 0 ? bytes(random, 3000) : '';
  return `${pick(random, METHODS)} ${target(random)} ${version}\r\n${headers.join('\r\n')}\r\n\r\n${body}`;
}

/** One socket from its opening to its end, as rude as it gets. */
function attack({ random }: Round): Promise<void> {
  const text = Array.from({ length: 1 + random.integer(3) }, () => request(random)).join('');
  const cut = random.integer(4) === 0 ? random.integer(text.length) : text.length;
  const ending = random.integer(3);
  return new Promise((resolve) => {
    const end = (socket: Socket) => {
      if (ending === 0) socket.resetAndDestroy();
      else if (ending === 1) socket.end();
      else socket.once('data', () => socket.destroy());
    };
    const socket = connect(open.server.port, '127.0.0.1', () =>
      socket.write(Buffer.from(text.slice(0, cut), 'latin1'), () => end(socket)),
    );
    // Those that wait for an answer to half a request do so no longer than this.
    socket.setTimeout(50, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume();
  });
}

test(
  'whatever raw sockets send, the server lives, answers, and keeps nothing',
  async () => {
    const under = new Set<Promise<void>>();
    let last = '';
    for (const round of rounds('raw-server', COUNT)) {
      last = round.name;
      const one = attack(round).finally(() => under.delete(one));
      under.add(one);
      if (under.size >= WIDTH) await Promise.race(under);
      expect([unforeseen, open.failures], last).toEqual([[], []]);
    }
    await Promise.all(under);
    expect((await open.ask({ headers: { cookie: open.cookie } })).body, last).toContain('<title>page</title>');
    expect([unforeseen, open.failures], last).toEqual([[], []]);

    // What was taken whole waits for its import; nothing cut short lies beside it.
    const folder = (await readdir(open.folder)).find((name) => name.startsWith('uploads-'));
    const kept = () => (folder === undefined ? [] : readdir(join(open.folder, folder)));
    await expect.poll(async () => (await kept()).length).toBeLessThanOrEqual(100);
    await open.server.close();
    expect((await readdir(open.folder)).filter((name) => name.startsWith('uploads-'))).toEqual([]);
    await open.close();
  },
  HARNESS_TIMEOUT,
);
