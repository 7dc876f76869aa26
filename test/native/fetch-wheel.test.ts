import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { isEngineFailure } from '../../electron/native/failure.mjs';
import { fetchWheel } from '../../electron/native/fetch-wheel.ts';
import { inBoth } from '../messages/said.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { makeWheel, openIndex } from './wheel-server.ts';

const made = makeWheel('some-tensors', { 'tensorflow/libx.so': 'x'.repeat(300_000) });
const { wheel, bytes } = made;
/** Before another try: what is proven is that it comes, not how long it waits. */
const pause = 5;
let downloads: string;
let told: number[];

/** Nothing of this machine's own: no pip, no proxy. */
beforeEach(() => {
  downloads = temporaryFolder();
  told = [];
  vi.stubEnv('PATH', temporaryFolder());
});
afterEach(() => void vi.unstubAllEnvs());

async function serve(manner: Parameters<typeof openIndex>[1] = {}) {
  const server = await openIndex(made, manner);
  onTestFinished(() => void server.close());
  return server;
}
const take = (sources: { index?: string; folder?: string }, signal = new AbortController().signal) =>
  fetchWheel(wheel, sources, downloads, { signal, progress: (bytes) => void told.push(bytes), pause });
const failureOf = async (taking: Promise<unknown>) => {
  const thrown = await taking.catch((error: unknown) => error);
  if (!isEngineFailure(thrown)) throw thrown;
  return inBoth(thrown.reason).en;
};

test.each(['json', 'html', 'html-without-hashes'] as const)('a wheel is found on a page in %s', async (page) => {
  const server = await serve({ page });
  const path = await take(server);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readdirSync(downloads)).toHaveLength(1);
  expect(told.at(-1)).toBe(bytes.length);
});

test('a download that is cut goes on where it was', async () => {
  const server = await serve({ cutAt: 100_000 });
  expect(readFileSync(await take(server)).equals(bytes)).toBe(true);
  const [first, second] = server.files();
  expect(first).toBe('');
  expect(Number(/^bytes=(\d+)-$/.exec(second)?.[1])).toBeGreaterThan(0);
});

test('so does one that a killed process left, and one whose server knows no ranges begins anew', async () => {
  const part = join(downloads, `${wheel.sha256.slice(0, 16)}.whl.part`);
  writeFileSync(part, bytes.subarray(0, 1234));
  const server = await serve();
  expect(readFileSync(await take(server)).equals(bytes)).toBe(true);
  expect(server.files()).toEqual(['bytes=1234-']);
  downloads = temporaryFolder();
  writeFileSync(join(downloads, `${wheel.sha256.slice(0, 16)}.whl.part`), bytes.subarray(0, 1234));
  expect(readFileSync(await take(await serve({ ranges: false }))).equals(bytes)).toBe(true);
});

test('what was left is more than the file: it is fetched anew', async () => {
  writeFileSync(join(downloads, `${wheel.sha256.slice(0, 16)}.whl.part`), Buffer.alloc(bytes.length + 5));
  expect(readFileSync(await take(await serve())).equals(bytes)).toBe(true);
});

test('a whole one that lies there is not fetched again', async () => {
  const server = await serve();
  await take(server);
  await take(server);
  expect(server.files()).toHaveLength(1);
});

test('another content is fetched once more, then refused, and nothing of it stays', async () => {
  const content = Buffer.from(bytes);
  content[1000] ^= 1;
  const server = await serve({ content });
  expect(await failureOf(take(server))).toContain('some-tensors 1.0 is damaged');
  expect(server.files()).toHaveLength(2);
  expect(readdirSync(downloads)).toEqual([]);
});

test('a server that sends more than the file has is not listened to', async () => {
  const server = await serve({ content: Buffer.concat([bytes, Buffer.alloc(100_000_000)]) });
  expect(await failureOf(take(server))).toMatch(/bytes of \d+/);
  expect(server.files()).toHaveLength(1);
});

test.each([
  ['does not have it', { status: 403 }, /\(403 Forbidden\)/],
  ['names no such file', { page: 'empty' }, /some-tensors 1\.0, any\)/],
  ['asks for a password', { login: 'ann:secret' }, /\(401 Unauthorized\)/],
] as const)('an index that %s is quoted', async (_what, manner, reason) => {
  const { index } = await serve(manner);
  expect(await failureOf(take({ index: index.replace('ann:secret@', '') }))).toMatch(reason);
});

test('an index that is not there is quoted, without the password in its address', async () => {
  const said = await failureOf(take({ index: 'http://ann:secret@127.0.0.1:9/simple' }));
  expect(said).toMatch(/ECONNREFUSED|bad port/);
  expect(said).not.toContain('secret');
});

test('name and password of a mirror are sent to it', async () => {
  const server = await serve({ login: 'ann:s%20cret' });
  const index = server.index.replace('s%20cret', 's%2520cret');
  expect(readFileSync(await take({ index })).equals(bytes)).toBe(true);
});

test('a proxy that the environment names is asked', async () => {
  const { index } = await serve();
  const seen: string[] = [];
  const proxy = createServer((request, response) => {
    seen.push(request.url!);
    forward(request.url!, { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    }).end();
  });
  proxy.on('connect', (request, socket) => {
    seen.push(request.url!);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo;
  vi.stubEnv('http_proxy', `http://127.0.0.1:${port}`);
  vi.stubEnv('no_proxy', '');
  vi.resetModules();
  const fresh = await import('../../electron/native/fetch-wheel.ts');
  const signal = new AbortController().signal;
  await fresh.fetchWheel(wheel, { index }, downloads, { signal, progress: () => {}, pause }).catch(() => {});
  expect(seen.length).toBeGreaterThan(0);
});

test('a folder with the wheel in it needs no network; a damaged one is named', async () => {
  const folder = join(temporaryFolder(), '我的 wheels é');
  mkdirSync(folder);
  const path = join(folder, 'some_tensors-1.0-cp311-cp311-any.whl');
  writeFileSync(path, bytes);
  expect(await take({ folder })).toBe(path);
  writeFileSync(path, 'x');
  expect(await failureOf(take({ folder }))).toContain('damaged');
});

test('without an index pip is asked, and without either it is said what to name', async () => {
  expect(await failureOf(take({}))).toContain('Nothing says where');
  const bin = temporaryFolder();
  writeFileSync(join(bin, 'wheel'), bytes);
  const script = `#!${process.execPath}
    const args = process.argv.slice(2), { cpSync, mkdirSync } = require('node:fs');
    if (!args.includes('--version')) { const to = args[args.indexOf('-d') + 1]; mkdirSync(to, { recursive: true }); cpSync(__dirname + '/wheel', to + '/a.whl'); }`;
  writeFileSync(join(bin, 'python3'), script);
  chmodSync(join(bin, 'python3'), 0o755);
  vi.stubEnv('PATH', bin);
  expect(readFileSync(await take({})).equals(bytes)).toBe(true);
});

test('a person may leave off; what came stays, to go on with', async () => {
  const server = await serve({ cutAt: 50_000 });
  const abort = new AbortController();
  const taking = fetchWheel(wheel, server, downloads, {
    signal: abort.signal,
    progress: () => abort.abort(),
  });
  await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
  expect(readdirSync(downloads)).toEqual([expect.stringMatching(/\.part$/)]);
});
